import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";

interface Props {
  here: string;
  /** A last day is set, be it over or still to come. */
  left: boolean;
  hasLeft: boolean;
  invited: boolean;
}

export function PersonActions({ here, left, hasLeft, invited }: Props) {
  const open = (form: string) => ({ to: `${here}?open=${form}#change`, variant: "secondary" as const });
  return (
    <>
      <ButtonLink {...open("edit")}>Edit</ButtonLink>
      {hasLeft ? null : (
        <Form method="post">
          <input type="hidden" name="form" value="send-link" />
          <Button variant="secondary">
            {invited ? "Send the invitation again" : "Send a link for a new password"}
          </Button>
        </Form>
      )}
      {left ? (
        <ButtonLink {...open("return")}>{hasLeft ? "Record a return" : "Take the leaving back"}</ButtonLink>
      ) : (
        <ButtonLink {...open("leave")}>Mark as leaver</ButtonLink>
      )}
    </>
  );
}
