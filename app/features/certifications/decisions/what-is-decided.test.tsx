import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WhatIsDecided } from "./what-is-decided";

const words = (toDecide: boolean, refusedFor: string | null, own: boolean) =>
  renderToStaticMarkup(<WhatIsDecided toDecide={toDecide} refusedFor={refusedFor} own={own} />)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

it("says why it was not awarded and what to do next", () => {
  expect(words(false, "It was sat in a hurry.", true)).toBe(
    "It was not awarded. The reason on record: It was sat in a hurry. What you do anew, such as passing the test again, is put to decision again.",
  );
  expect(words(false, "It was sat in a hurry.", false)).toContain("What the person does anew");
  expect(words(true, null, true)).toBe(
    "Everything is done. Whether it is awarded is decided by somebody who neither trained nor examined you, and you are told by e-mail.",
  );
});
