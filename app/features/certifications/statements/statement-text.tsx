/** Word for word, and set to be read. */
export function StatementText({ text }: { text: string }) {
  return (
    <div className="grid max-w-[42rem] gap-4 border-l-2 border-line pl-5 font-serif text-lg leading-relaxed break-words">
      {text.split(/\n\s*\n/).map((paragraph, position) => (
        <p key={position} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
