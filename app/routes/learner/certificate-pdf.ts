import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { printCertificate } from "~/features/certifications/certificate-pdf.server";
import { certificatePage } from "~/features/certifications/certificate-queries.server";
import { issuerName } from "~/features/certifications/issuer-name.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const certificate = await certificatePage(actor, args.params.award!);
  const pdf = await printCertificate({ ...certificate, issuer: await issuerName() });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${certificate.certificationId}-${certificate.code}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
