/**
 * Wording that tests attention instead of knowledge, by the guidelines of Haladyna, Downing and Rodriguez (2002):
 * options about the other options, and questions turned round by a "not" that is easily read over.
 */
const CATCH_ALL =
  /^(?:all|none|both|neither|any|each|some) (?:of )?(?:the )?(?:above|these|them|following|others?|other (?:options|answers))(?: (?:is|are)(?: not)? (?:right|correct|true|wrong|false|possible|allowed|needed))?[.!]?$|\b(?:all|none|both|neither|any) of the above\b/i;
const SHOUTED =
  /\b(?:NOT|EXCEPT|NEVER|NONE|LEAST)\b|(?:\*{1,2}|_{1,2})(?:not|except|never|least)(?:\*{1,2}|_{1,2})/;
/** At the start of a sentence, where "which" and "what" ask; in the middle "an order which is not complete" is no riddle. */
const TURNED =
  /(?:^|[.!?:]\s+)(?:which|what)(?: (?:one|two|three))?(?: of (?:the following|these|them))?(?: [\p{L}-]+){0,3} (?:is|are|was|were|does|do|did|has|have|can|could|may|must|should|would|will) ?(?:not\b|n['’]t\b)[^.?]*\?/iu;
const EXCEPT = /\ball (?:of )?(?:these|the following)\b[^.?]*\bexcept\b|\bexcept(?: which| what|:|\?)/i;

export function isCatchAll(option: string): boolean {
  return CATCH_ALL.test(option.trim());
}

/** @param prompt Markdown, in which emphasis can be seen */
export function isTurnedRound(prompt: string): boolean {
  return [SHOUTED, TURNED, EXCEPT].some((pattern) => pattern.test(prompt));
}
