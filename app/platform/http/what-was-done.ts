/**
 * What the address that a form led to says was done, in words. Anybody may write anything into an address, also names
 * that every object has: these are null like all other unknown ones.
 */
export function whatWasDone(request: Request, words: Readonly<Record<string, string>>): string | null {
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return Object.hasOwn(words, done) ? words[done]! : null;
}
