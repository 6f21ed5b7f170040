import { markPercent } from "../scoring/score-words";
import { Table, Td, Th } from "~/ui/table";

interface ScoreHistogramProps {
  bins: readonly number[];
  passMark: number;
}

const WIDTH = 600;
const HEIGHT = 160;
const FOOT = 24;
const HEAD = 18;

function rangeOf(index: number, bins: number): string {
  const from = Math.round((index / bins) * 100);
  return index === bins - 1
    ? `${from} to 100%`
    : `${from} to under ${Math.round(((index + 1) / bins) * 100)}%`;
}

/** How many ended in each tenth of the scale, with the pass mark; the same as a table below. */
export function ScoreHistogram({ bins, passMark }: ScoreHistogramProps) {
  const most = Math.max(1, ...bins);
  const step = WIDTH / bins.length;
  const mark = passMark * WIDTH;
  return (
    <div className="grid max-w-[40rem] gap-3">
      <svg
        role="img"
        aria-label={`Scores in tenths of the scale; the pass mark is ${markPercent(passMark)}. The table below has the same.`}
        viewBox={`0 0 ${WIDTH} ${HEAD + HEIGHT + FOOT}`}
        className="block w-full text-accent"
      >
        {bins.map((count, index) => {
          const height = (count / most) * HEIGHT;
          return (
            <g key={index}>
              <rect
                x={index * step + 4}
                y={HEAD + HEIGHT - height}
                width={step - 8}
                height={height}
                rx="2"
                fill="currentColor"
              />
              {count > 0 ? (
                <text
                  x={(index + 0.5) * step}
                  y={HEAD + HEIGHT - height - 5}
                  textAnchor="middle"
                  fontSize="12"
                  className="fill-ink"
                >
                  {count}
                </text>
              ) : null}
              <text
                x={index * step}
                y={HEAD + HEIGHT + 17}
                textAnchor={index === 0 ? "start" : "middle"}
                fontSize="12"
                className="fill-muted"
              >
                {index * 10}%
              </text>
            </g>
          );
        })}
        <text x={WIDTH} y={HEAD + HEIGHT + 17} textAnchor="end" fontSize="12" className="fill-muted">
          100%
        </text>
        <line x1="0" x2={WIDTH} y1={HEAD + HEIGHT} y2={HEAD + HEIGHT} className="stroke-edge" />
        <line
          x1={mark}
          x2={mark}
          y1="0"
          y2={HEAD + HEIGHT}
          strokeWidth="2"
          strokeDasharray="5 3"
          className="stroke-ink"
        />
      </svg>
      <p className="text-sm text-muted">The dashed line is the pass mark, {markPercent(passMark)}.</p>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm text-accent">The same as a table</summary>
        <div className="mt-2 max-w-80">
          <Table caption="How many ended with which score" captionHidden>
            <thead>
              <tr>
                <Th>Score</Th>
                <Th numeric>Sittings</Th>
              </tr>
            </thead>
            <tbody>
              {bins.map((count, index) => (
                <tr key={index}>
                  <Td>{rangeOf(index, bins.length)}</Td>
                  <Td numeric>{count}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </div>
  );
}
