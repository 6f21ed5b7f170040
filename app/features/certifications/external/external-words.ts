import { whatWasDone } from "~/platform/http/what-was-done";

/** Said on the page that follows. */
const externalDone: Readonly<Record<string, string>> = {
  sent: "It is on its way to your manager. You get an e-mail when it is checked.",
  withdrawn: "It is withdrawn. You can send in another one.",
  accepted: "The certificate is accepted, and the holder is told by e-mail.",
  refused: "The certificate is not accepted, and the holder is told why by e-mail.",
  revoked: "The acceptance is taken back. The holder and the administrators are told by e-mail.",
};

export function doneIn(request: Request): string | null {
  return whatWasDone(request, externalDone);
}
