/** What to do when the server was reached and did not take what was sent. Nothing of it is lost: it stays on the page. */
export function turnedAwayWords(status: number): string {
  if (status === 413)
    return "This is more than is taken at once. Make it smaller, and it is sent again. It is kept here.";
  if (status === 404 || status === 403)
    return "The server does not know this test under the account that you are signed in with. What you gave is kept here: sign in again as yourself in another window, then press Save.";
  return `The server did not take it (error ${status}). What you gave is kept here: copy longer texts to be safe, then reload the page and give the answer again. If that does not help, tell whoever runs the test.`;
}
