import type { QuestionBody, ServedQuestion } from "../questions/question";

/** A question as a learner gets it, with nothing else around it. */
export function servedAlone({ tags: _tags, difficulty: _difficulty, ...body }: QuestionBody): ServedQuestion {
  return { ...body, position: 1, section: 0, answer: null, flagged: false };
}
