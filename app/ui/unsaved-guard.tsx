import { useBlocker, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

const QUESTION = "What you typed here is not saved. Leave this page?";

interface UnsavedGuardProps {
  /** What was sent came back: it is still not saved. */
  refused: boolean;
}

/** For a long form, which it stands in: asks before the page is left while something was typed and not saved. */
export function UnsavedGuard({ refused }: UnsavedGuardProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState(false);
  const { state } = useNavigation();
  const before = useRef(state);
  /* What is sent goes to the page's own address, and where that leads to is not asked about. */
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => typed && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    const form = place.current!.closest("form")!;
    const note = () => setTyped(true);
    form.addEventListener("input", note);
    return () => form.removeEventListener("input", note);
  }, []);

  useEffect(() => {
    if (before.current !== "idle" && state === "idle") setTyped((was) => was && refused);
    before.current = state;
  }, [state, refused]);

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(QUESTION)) blocker.proceed();
    else blocker.reset();
  }, [blocker]);

  useEffect(() => {
    if (!typed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [typed]);

  return <span ref={place} hidden />;
}
