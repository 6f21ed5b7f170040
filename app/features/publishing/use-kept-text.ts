import { useEffect, useRef, useState } from "react";
import { forgetText, keptTextOf, type KeptText } from "./kept-text";
import { sameText, type LessonText } from "./lesson-form";

/** Text of an earlier visit that never reached the server, offered once when the editor opens. */
export function useKeptText(place: string, shown: LessonText) {
  const [kept, setKept] = useState<KeptText | null>(null);
  const atFirst = useRef(shown);
  useEffect(() => {
    const found = keptTextOf(place);
    if (found && !sameText(found, atFirst.current)) setKept(found);
    else forgetText(place);
  }, [place]);
  return { kept, settle: () => setKept(null) };
}

export function fillForm(form: HTMLFormElement, text: LessonText): void {
  const values = {
    title: text.title,
    summary: text.summary,
    minutes: text.minutes ? String(text.minutes) : "",
    source: text.source,
  };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}
