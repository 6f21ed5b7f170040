/** The thread that `parse-apart.server.ts` starts: it reads one file and ends. It must not import what opens a database. */
import { parentPort, workerData } from "node:worker_threads";
import type { FileToParse, PartOfParsed } from "./parse-apart.server";
import { parseQuestions } from "./parse-questions";

/** Taking a message over holds up whoever takes it, so none may hold a whole file. */
const AT_ONCE = 100;

const { format, bytes } = workerData as FileToParse;
const { questions, ...rest } = parseQuestions(format, bytes);
for (let start = 0; start < questions.length; start += AT_ONCE)
  post({ questions: questions.slice(start, start + AT_ONCE) });
post({ rest });

function post(part: PartOfParsed): void {
  parentPort!.postMessage(part);
}
