import { TextField } from "~/ui/field";
import type { FieldMetadataLike } from "~/ui/field-parts";
import { SHORTEST_PASSWORD } from "./password-rules";

export function NewPasswordField({ field }: { field: FieldMetadataLike }) {
  return (
    <TextField
      label="New password"
      type="password"
      autoComplete="new-password"
      hint={`At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember and hard to guess.`}
      field={field}
    />
  );
}
