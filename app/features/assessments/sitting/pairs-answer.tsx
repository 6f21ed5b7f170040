import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { plainText } from "~/features/content/plain-text";
import type { GapPiece, QuestionOption } from "../questions/question";
import { QuestionHtml } from "../questions/question-html";
import { partName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";

function pairsGiven({ question }: AnswerControlProps): Readonly<Record<string, string>> {
  return question.answer && "pairs" in question.answer ? question.answer.pairs : {};
}

/** Each stem with a list of what it can be matched with: the same by mouse, by keyboard and without JavaScript. */
export function MatchingAnswer(props: AnswerControlProps) {
  const { question, lang } = props;
  const { position, stems = [], options } = question;
  const given = pairsGiven(props);
  return (
    <ul className="grid max-w-[44rem] gap-2">
      {stems.map((stem) => {
        const name = partName(position, stem.id);
        return (
          <li
            key={stem.id}
            className="grid items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-3.5 py-2.5 sm:grid-cols-2"
          >
            <QuestionHtml inline id={`${name}-text`} html={stem.html} lang={lang} className="min-w-0" />
            <Pick
              name={name}
              options={options}
              labelledBy={`${name}-text`}
              chosen={props.typed?.[name] ?? given[stem.id]}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The text with a list where something is missing. */
export function GapsAnswer(props: AnswerControlProps) {
  const { question, lang } = props;
  const { position, text = [], gaps = [] } = question;
  const given = pairsGiven(props);
  const numbers = new Map(gaps.map((gap, index) => [gap.id, index + 1]));
  return (
    <div className="grid max-w-[44rem] gap-3">
      {paragraphs(text).map((pieces, index) => (
        <p key={index} className="leading-[2.75rem]">
          {pieces.map((piece, place) => {
            if ("html" in piece) return <QuestionHtml key={place} inline html={piece.html} lang={lang} />;
            if (!("gap" in piece)) return null;
            const name = partName(position, piece.gap);
            return (
              <Pick
                key={place}
                name={name}
                label={`Gap ${numbers.get(piece.gap) ?? ""}`}
                options={gaps.find(({ id }) => id === piece.gap)?.options ?? []}
                chosen={props.typed?.[name] ?? given[piece.gap]}
                inline
              />
            );
          })}
        </p>
      ))}
    </div>
  );
}

export function paragraphs(pieces: readonly GapPiece[]): GapPiece[][] {
  return pieces.reduce<GapPiece[][]>(
    (all, piece) => {
      if ("paragraph" in piece) return [...all, []];
      return [...all.slice(0, -1), [...all.at(-1)!, piece]];
    },
    [[]],
  );
}

interface PickProps {
  name: string;
  options: readonly QuestionOption[];
  chosen: string | undefined;
  label?: string;
  labelledBy?: string;
  inline?: boolean;
}

function Pick({ name, options, chosen = "", label, labelledBy, inline = false }: PickProps) {
  return (
    <select
      name={name}
      aria-label={label}
      aria-labelledby={labelledBy}
      defaultValue={chosen}
      className={classNames(
        control,
        inline ? "mx-1 inline-block min-h-9 w-auto! max-w-full align-baseline" : "min-h-11",
      )}
    >
      <option value="">{inline ? "Choose" : "Choose what fits"}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {plainText(option.html)}
        </option>
      ))}
    </select>
  );
}
