import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarResponse } from "~/features/notifications/calendar/own-calendar.server";
import { subscribedCalendar } from "~/features/notifications/calendar/subscription.server";

/** Whoever has the secret address: a calendar program does not sign in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return calendarResponse(await subscribedCalendar(params.secret!, context.address));
}
