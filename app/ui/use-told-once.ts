import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

/**
 * What was done is said once: the address that says it loses `done`, so that a reload, a bookmark or a link that is passed
 * on does not say it again.
 */
export function useToldOnce(): void {
  const { key } = useLocation();
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("done")) return;
    address.searchParams.delete("done");
    window.history.replaceState(window.history.state, "", address);
  }, [key]);
}
