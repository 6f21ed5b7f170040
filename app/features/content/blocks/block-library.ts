import { Callout } from "./callout";
import { Comparison } from "./comparison";
import { Definition } from "./definition";
import { Download } from "./download";
import { Figure } from "./figure";
import { Choice, Explanation, KnowledgeCheck } from "./knowledge-check";
import { Step, Steps } from "./steps";
import { Tab, Tabs } from "./tabs";
import { Video } from "./video";

/**
 * Part of every snapshot's hash and of every revision's manifest. Count it up whenever a block renders differently:
 * a test holds the output of each block against it.
 */
export const blockLibraryVersion = 1;

export const blockLibrary = {
  Callout,
  Choice,
  Comparison,
  Definition,
  Download,
  Explanation,
  Figure,
  KnowledgeCheck,
  Step,
  Steps,
  Tab,
  Tabs,
  Video,
};
