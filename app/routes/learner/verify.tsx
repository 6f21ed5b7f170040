import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { normaliseCode } from "~/features/certifications/award-code";
import { verifyCode } from "~/features/certifications/certification-queries.server";
import { dateInWords } from "~/features/certifications/date-words";
import { issuerName } from "~/features/certifications/issuer-name.server";
import { Verdict } from "~/features/certifications/verdict";
import { now } from "~/platform/clock.server";
import { limit } from "~/platform/rate-limit.server";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";

const LIMIT = {
  points: 30,
  seconds: 60,
  message: "That was many codes in a short time. Please try again in a minute.",
};

export const meta: MetaFunction = () => [
  { title: "Check a certificate · Attest" },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  await limit("verify", context.address, LIMIT);
  const typed = params.code!;
  const code = normaliseCode(typed);
  if (code && code !== typed) throw redirect(`/verify/${code}`);
  const found = code ? await verifyCode(code) : null;
  const body = {
    found,
    code: code ?? typed.slice(0, 40),
    issuer: await issuerName(),
    today: dateInWords(now()),
  };
  return data(body, {
    status: found ? 200 : 404,
    headers: { "X-Robots-Tag": "noindex", "Cache-Control": "no-store" },
  });
}

export default function Verify() {
  const { found, code, issuer, today } = useLoaderData<typeof loader>();
  if (!found)
    return (
      <Page title="There is no certificate with this code" width="text">
        <p>
          <span className="font-mono break-all">{code}</span> belongs to no certificate of this portal.
          Compare it with the certificate sign by sign. If it is the same, the certificate was not issued
          here.
        </p>
        <div>
          <ButtonLink to="/verify">Type the code again</ButtonLink>
        </div>
      </Page>
    );
  return <Verdict found={found} code={code} issuer={issuer} today={today} />;
}
