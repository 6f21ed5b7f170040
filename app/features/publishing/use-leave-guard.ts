import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";

/** Saves before the page is left, so that the next one shows what was typed a moment ago. Asks when that fails. */
export function useLeaveGuard(unsaved: boolean, saveNow: () => Promise<boolean>): void {
  const blocker = useBlocker(unsaved);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    let current = true;
    void saveNow().then((saved) => {
      if (!current) return;
      const question =
        "Your last changes are not saved. They are kept in this tab until you come back. Leave this page?";
      if (saved || window.confirm(question)) blocker.proceed();
      else blocker.reset();
    });
    return () => {
      current = false;
    };
  }, [blocker, saveNow]);

  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
