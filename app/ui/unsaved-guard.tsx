import { useBlocker, useNavigation, type Location } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

const QUESTION = "What you typed here is not saved. Leave this page?";

interface UnsavedGuardProps {
  /** What was sent came back: it is still not saved. */
  refused: boolean;
}

/** For a long form, which it stands in: asks before the page is left while something was typed and not saved. */
export function UnsavedGuard({ refused }: UnsavedGuardProps) {
  const place = useRef<HTMLSpanElement>(null);
  const sent = useRef(false);
  const [typed, setTyped] = useState(refused);
  const { state } = useNavigation();
  /* Where sending this form leads to is not asked about; other forms and links of the page are. */
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => typed && !sent.current && !isWithin(currentLocation, nextLocation),
  );

  useEffect(() => {
    const form = place.current!.closest("form")!;
    /* A control without a name is no part of what is sent. */
    const note = ({ target }: Event) => setTyped((was) => was || (target as HTMLInputElement).name !== "");
    const send = () => void (sent.current = true);
    form.addEventListener("input", note);
    form.addEventListener("submit", send);
    return () => {
      form.removeEventListener("input", note);
      form.removeEventListener("submit", send);
    };
  }, []);

  useEffect(() => {
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    setTyped(refused);
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

/** Another place of the same page, as where a complaint leads to. */
function isWithin(from: Location, to: Location): boolean {
  return from.pathname === to.pathname && from.search === to.search && from.hash !== to.hash;
}
