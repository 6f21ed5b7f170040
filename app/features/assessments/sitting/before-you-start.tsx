import { DateTime } from "~/ui/date-time";
import { count } from "../scoring/score-words";
import type { AssessmentPage } from "./attempt-view";

interface BeforeYouStartProps {
  assessment: AssessmentPage;
  timeZone: string;
}

/** What somebody has to know before the clock runs. */
export function BeforeYouStart({ assessment, timeZone }: BeforeYouStartProps) {
  const { minutes, extraMinutes, book, opensAt, closesAt, markedByHand, invigilated } = assessment;
  const time = count(minutes + extraMinutes, "minute");
  return (
    <ul className="grid max-w-[40rem] list-disc gap-1.5 pl-5">
      <li>
        The clock starts when you press the button and runs for {time}, also while the page is closed.
        {extraMinutes > 0
          ? ` Your extra ${count(extraMinutes, "minute")} for this test is in that time.`
          : ""}
      </li>
      {opensAt || closesAt ? (
        <li>
          It can be started
          {opensAt ? (
            <>
              {" "}
              from <DateTime value={opensAt} timeZone={timeZone} format="datetime" />
            </>
          ) : null}
          {closesAt ? (
            <>
              {" "}
              until <DateTime value={closesAt} timeZone={timeZone} format="datetime" />, when every sitting
              ends
            </>
          ) : null}
          .
        </li>
      ) : null}
      <li>Every answer is saved as you give it. You can go back and change answers until you submit.</li>
      <li>When time is up, the test is submitted with what was saved by then.</li>
      <li>
        Each question is worth one point where it says nothing else; some can earn part of it.
        {markedByHand ? " Some answers are marked by a person, so the result comes later." : ""}
      </li>
      {book === "closed" ? (
        <li>Closed book: no notes, no courses, nobody to ask. The test counts on your word for it.</li>
      ) : null}
      {book === "open" ? <li>Open book: you may look things up while you sit it.</li> : null}
      {invigilated ? (
        <li>It is sat in a room with an invigilator, who gives you the code to start.</li>
      ) : null}
    </ul>
  );
}
