import { NotFound } from "~/platform/errors";

export function loader(): never {
  throw new NotFound();
}

export default function NotFoundPage() {
  return null;
}
