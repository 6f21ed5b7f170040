/** One download of all records, and the memory of the server meanwhile. */
import { get } from "node:http";
import { memoryOf } from "./process-usage";

export interface CsvFigure {
  records: number;
  bytes: number;
  seconds: number;
  perSecond: number;
  /** Megabytes resident, all processes of the portal together. */
  before: number;
  peak: number;
}

const SAMPLE_MS = 50;

export async function measureCsv(address: string, cookie: string, pid: number): Promise<CsvFigure> {
  const before = memoryOf(pid);
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), SAMPLE_MS);
  const started = performance.now();
  try {
    const { lines, bytes } = await download(`${address}/audit/records.csv`, cookie);
    const seconds = (performance.now() - started) / 1_000;
    const records = lines - 1;
    return { records, bytes, seconds, perSecond: records / seconds, before, peak };
  } finally {
    clearInterval(sampling);
  }
}

function download(url: string, cookie: string): Promise<{ lines: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie } }, (response) => {
      let [lines, bytes] = [0, 0];
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
      });
      response.on("error", reject);
      response.on("end", () =>
        response.statusCode === 200
          ? resolve({ lines, bytes })
          : reject(new Error(`${url}: ${response.statusCode}`)),
      );
    }).on("error", reject);
  });
}
