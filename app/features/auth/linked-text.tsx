/** Only addresses of the portal itself become links: mail may quote what others have typed. */
export function LinkedText({ text, origin }: { text: string; origin: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, position) =>
    part.startsWith(`${origin}/`) ? (
      <a key={position} href={part.slice(origin.length)} className="link">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
