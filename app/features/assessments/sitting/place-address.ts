/** The address of what "go" names: a page of the paper, "review", or a section with the question to open it at ("3-12"). */
export function placeAddress(attemptId: string, go: string): string {
  const [page, question] = go.split("-");
  const place = `/attempts/${attemptId}?section=${encodeURIComponent(page!)}`;
  return question && /^\d+$/.test(question) ? `${place}#question-${question}` : place;
}
