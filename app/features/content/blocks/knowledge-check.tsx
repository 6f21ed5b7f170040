/**
 * Knowledge checks become part of the page only as marked pieces that split-segments.ts takes out. No property is
 * rendered, so which choice is right and why cannot slip into the HTML.
 */
import { createElement, type ReactNode } from "react";
import { choiceTag, explanationTag, knowledgeCheckTag } from "../split-segments";

export function KnowledgeCheck({ children }: { children?: ReactNode }) {
  return createElement(knowledgeCheckTag, null, children);
}

export function Choice({ children }: { children?: ReactNode }) {
  return createElement(choiceTag, null, children);
}

export function Explanation({ children }: { children?: ReactNode }) {
  return createElement(explanationTag, null, children);
}
