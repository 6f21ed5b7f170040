import { Section } from "~/ui/page";
import type { ServedQuestion } from "../questions/question";
import { QuestionField } from "../sitting/question-field";

/** The question as those who sit a test get it. It can be tried; nothing of that is kept. */
export function QuestionPreview({ question, fresh }: { question: ServedQuestion; fresh: boolean }) {
  return (
    <Section
      id="preview"
      title="As learners see it"
      description={
        fresh
          ? "What you have typed, not saved yet. Try it: nothing of that is kept."
          : "As it is saved. Try it: nothing of that is kept."
      }
    >
      <div className="rounded-md border border-line bg-surface px-4 pb-5 sm:px-6">
        <QuestionField
          question={question}
          total={1}
          lang="en"
          answered={false}
          onAnswer={() => undefined}
          onFile={() => Promise.resolve(null)}
        />
      </div>
    </Section>
  );
}
