/** How the pages of a test name its questions: by their id, and in front of it the bank where that is another one. Pure. */
export interface QuestionName {
  readonly bankId: string;
  readonly questionId: string;
}

/** Neither holds a full stop. */
export function questionAddress(testSlug: string, { bankId, questionId }: QuestionName): string {
  return bankId === testSlug ? questionId : `${bankId}.${questionId}`;
}

export function questionNamed(testSlug: string, address: string): QuestionName {
  const [bankId, questionId] = address.includes(".") ? address.split(".", 2) : [testSlug, address];
  return { bankId: bankId!, questionId: questionId! };
}

export function questionPath(testSlug: string, address: string): string {
  return `/test-office/tests/${testSlug}/questions/${address}`;
}
