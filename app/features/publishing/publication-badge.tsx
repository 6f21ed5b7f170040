import { StateBadge } from "~/ui/state-badge";
import { publicationWords, type Publication } from "./publication";

const looks = {
  draft: "draft",
  published: "published",
  changed: "due",
  proposed: "waiting",
  withdrawn: "revoked",
} as const;

export function PublicationBadge({ publication }: { publication: Publication }) {
  return <StateBadge state={looks[publication.state]} label={publicationWords(publication)} />;
}
