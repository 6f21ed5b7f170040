import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { AppShell } from "~/ui/app-shell";
import { ErrorPage } from "~/ui/error-page";
import { PublicShell } from "~/ui/public-shell";

export async function loader(args: LoaderFunctionArgs) {
  const { name, access, unread = 0 } = await requireActor(args);
  return { name, access, unread };
}

export default function AppLayout() {
  const person = useLoaderData<typeof loader>();
  return (
    <AppShell person={person}>
      <Outlet />
    </AppShell>
  );
}

/** A page that fails leaves the way to the others in place. */
export function ErrorBoundary() {
  const error = useRouteError();
  const person = useRouteLoaderData<typeof loader>("routes/app-layout");
  const page = <ErrorPage error={error} />;
  return person ? <AppShell person={person}>{page}</AppShell> : <PublicShell>{page}</PublicShell>;
}
