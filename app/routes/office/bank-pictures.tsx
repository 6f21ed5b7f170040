import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { figuresOf } from "~/features/assessments/banks/bank-figures.server";
import { openBank } from "~/features/assessments/banks/bank-policy.server";
import { DoneNotice, doneIn } from "~/features/assessments/banks/done-notice";
import { figureAction } from "~/features/assessments/banks/figure-action.server";
import { FigureForm } from "~/features/assessments/banks/figure-form";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Pictures of ${data.bank.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const bank = await openBank(actor, args.params.bank!);
  const figures = [...(await figuresOf(bank.id)).values()];
  const done = doneIn(args.request);
  return { bank: { slug: bank.slug, title: bank.title }, figures, done };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return figureAction(actor, args.params.bank!, args.request);
}

export default function BankPictures() {
  const { bank, figures, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <OfficeFrame
      title="Pictures"
      lead="What questions of the kind “a place in a picture” can show."
      breadcrumbs={[
        { label: "Question banks", to: "/test-office/banks" },
        { label: bank.title, to: `/test-office/banks/${bank.slug}` },
      ]}
    >
      {answer ? null : <DoneNotice done={done} />}
      <FigureForm key={figures.map(({ hash }) => hash).join()} errors={answer?.errors ?? []} />
      <Section title={`In this bank (${figures.length})`}>
        {figures.length > 0 ? (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-4">
            {figures.map(({ name, hash, width, height }) => (
              <li key={name} className="min-w-0 text-sm">
                <img
                  src={`/files/${hash}/${name}`}
                  alt=""
                  width={width || undefined}
                  height={height || undefined}
                  loading="lazy"
                  className="aspect-4/3 h-auto w-full rounded-sm border border-line bg-surface object-contain"
                />
                <span className="mt-1 block break-words">{name}</span>
                <span className="text-muted">
                  {width} × {height}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="There are no pictures yet">
            Upload one above, then choose it in a question. Pictures are cleaned when they arrive: the place
            and the camera that some phones write into them are not kept.
          </EmptyState>
        )}
      </Section>
    </OfficeFrame>
  );
}
