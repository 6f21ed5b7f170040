import { Link } from "@remix-run/react";

/** The certifications that a course or a test is asked for by; nothing where there is none. */
export function CountsTowards({
  certifications,
}: {
  certifications: readonly { readonly id: string; readonly title: string }[];
}) {
  if (certifications.length === 0) return null;
  return (
    <div>
      <h2 className="text-sm text-muted">Counts towards</h2>
      <ul className="mt-1 grid gap-1">
        {certifications.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/certifications/${id}`} className="link">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
