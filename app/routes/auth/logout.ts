import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "~/features/auth/end-sessions.server";
import { noSessionCookie } from "~/features/auth/sessions.server";

/** Opening the address signs no one out: only the button does. */
export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  await signOut(request.headers.get("Cookie"));
  return redirect("/login", { headers: { "Set-Cookie": noSessionCookie() } });
}
