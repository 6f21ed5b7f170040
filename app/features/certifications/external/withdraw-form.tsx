import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";

/** For the holder, while nobody has decided. */
export function WithdrawForm({ certificateId }: { certificateId: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="form" value="withdraw" />
      <input type="hidden" name="certificateId" value={certificateId} />
      <Button variant="secondary">Withdraw it</Button>
    </Form>
  );
}
