/**
 * People who sit tests as fast as the portal lets them. First message: who; then one message a measurement. Attempts
 * started in one are answered in the next and submitted in the one after.
 */
import { Agent } from "node:http";
import { HttpClient, type Answer } from "../portal/http-client";
import { anyAnswer, readPaper, type Question } from "../portal/page-forms";
import { seededRandom } from "../portal/seeded-random";
import { TEST_SLUG } from "../portal/ten-questions";
import type { Counted } from "./figure";

interface Sitter {
  cookie: string;
  attempt: string | null;
  paper: Question[];
}
interface Ask {
  kind: "start" | "answer" | "submit" | "attempt";
  connections: number;
  seconds: number;
}
/** Counts as a failure, like any status from 400. */
const CUT_OFF = 599;
/** So many open attempts are answered in turn. */
const PAPERS = 100;

type Step = (http: HttpClient, sitter: Sitter) => Promise<Answer>;

const random = seededRandom(1);
const connectionsKept = new Agent({ keepAlive: true });
let address = "";
let sitters: Sitter[] = [];

process.on("message", (message: { address: string; cookies: string[] } | Ask) => {
  if ("kind" in message) return void measure(message).then((counted) => process.send!(counted));
  address = message.address;
  sitters = message.cookies.map((cookie) => ({ cookie, attempt: null, paper: [] }));
});

const steps: Record<Ask["kind"], Step> = { start, answer, submit, attempt };

async function measure({ kind, connections, seconds }: Ask): Promise<Counted> {
  const waiting = await readyFor(kind);
  process.send!("ready");
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const until = started + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const sitter = waiting.shift();
        if (!sitter) return;
        const http = new HttpClient(address, sitter.cookie, connectionsKept);
        const before = performance.now();
        const { status } = await steps[kind](http, sitter).catch(() => ({ status: CUT_OFF }));
        times.push(performance.now() - before);
        if (status >= 400) failed++;
        if (kind === "answer" || kind === "attempt") waiting.push(sitter);
      }
    }),
  );
  return { times, seconds: (performance.now() - started) / 1_000, failed };
}

/** Those whose turn it is. What a measurement of one thing needs and leaves behind is done outside of it. */
async function readyFor(kind: Ask["kind"]): Promise<Sitter[]> {
  const sitting = sitters.filter(({ attempt }) => attempt !== null);
  if (kind === "answer") for (const each of sitting.slice(0, PAPERS)) await fetchPaper(each);
  if (kind === "answer") return sitting.filter(({ paper }) => paper.length > 0);
  if (kind === "submit") return sitting;
  for (const each of sitting) await submit(new HttpClient(address, each.cookie, connectionsKept), each);
  return [...sitters];
}

async function fetchPaper(sitter: Sitter): Promise<void> {
  if (sitter.paper.length > 0) return;
  const { body } = await new HttpClient(address, sitter.cookie, connectionsKept).get(
    `${sitter.attempt}?section=1`,
  );
  sitter.paper = readPaper(body);
}

async function start(http: HttpClient, sitter: Sitter): Promise<Answer> {
  const answer = await http.post(`/assessments/${TEST_SLUG}`, []);
  if (answer.status === 302) sitter.attempt = answer.location;
  sitter.paper = [];
  return answer;
}

function answer(http: HttpClient, sitter: Sitter): Promise<Answer> {
  return http.post(`${sitter.attempt}/answers`, anyAnswer(random.pick(sitter.paper), random).fields);
}

async function submit(http: HttpClient, sitter: Sitter): Promise<Answer> {
  const answer = await http.post(sitter.attempt!, [["intent", "submit"]]);
  sitter.attempt = null;
  return answer;
}

/** From the first press to the result, with the pages in between. */
async function attempt(http: HttpClient, sitter: Sitter): Promise<Answer> {
  await start(http, sitter);
  await fetchPaper(sitter);
  for (const question of sitter.paper)
    await http.post(`${sitter.attempt}/answers`, anyAnswer(question, random).fields);
  const submitted = await submit(http, sitter);
  const result = await http.get(submitted.location || "/");
  return submitted.status === 302 ? result : submitted;
}
