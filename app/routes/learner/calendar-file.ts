import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { calendarResponse, ownCalendarFile } from "~/features/notifications/calendar/own-calendar.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return calendarResponse(await ownCalendarFile(actor));
}
