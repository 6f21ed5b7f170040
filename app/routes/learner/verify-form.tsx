import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { normaliseCode } from "~/features/certifications/award-code";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [
  { title: "Check a certificate · Attest" },
  { name: "robots", content: "noindex" },
];

export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  if (typed === null) return { typed: "", wrong: false };
  const code = normaliseCode(typed);
  if (code) throw redirect(`/verify/${code}`);
  return { typed: typed.slice(0, 40), wrong: true };
}

export default function VerifyForm() {
  const { typed, wrong } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Check a certificate"
      lead="The code is printed on the certificate, in four groups of four letters and digits."
      width="text"
    >
      <Form method="get" className="grid max-w-sm gap-5">
        <TextField
          label="Code"
          name="code"
          hint="For example 7K3M-9QXZ-40TB-VW2N. Dashes and capital letters do not matter."
          defaultValue={typed}
          errors={
            wrong ? ["A code has 16 letters and digits. Compare it with the certificate once more."] : []
          }
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
        />
        <div>
          <Button>Check</Button>
        </div>
      </Form>
    </Page>
  );
}
