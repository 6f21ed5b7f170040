/**
 * What a candidate is called where people mark and decide: who it is must not sway them. The same for one attempt
 * everywhere, so that two people can talk about it.
 */
export function candidateCode(attemptId: string): string {
  return attemptId.slice(-6).toUpperCase();
}
