import type { Segment } from "~/features/content/lesson";
import { LessonBody } from "~/features/learning/lesson-body";
import { Section } from "~/ui/page";

/** The lessons that are new or changed, with the differences marked. */
export function ChangedTexts({
  texts,
}: {
  texts: readonly { slug: string; title: string; segments: readonly Segment[] }[];
}) {
  if (texts.length === 0) return null;
  return (
    <Section
      title="What would be published"
      description="Added words are underlined, words that are gone are struck through."
    >
      {texts.map(({ slug, title, segments }) => (
        <details key={slug} className="rounded-md border border-line bg-surface px-4 py-3">
          <summary className="cursor-pointer font-medium">{title}</summary>
          <div className="mt-4">
            <LessonBody segments={segments} inert />
          </div>
        </details>
      ))}
    </Section>
  );
}
