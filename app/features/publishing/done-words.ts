/** Said on a course's page after what its forms did. */
export const doneWords: Readonly<Record<string, string>> = {
  settings: "The settings are saved. Readers see them when you publish.",
  moved: "The lessons are in their new order.",
  renamed: "The lesson has its new name.",
  "lesson-deleted": "The lesson is deleted.",
  withdrawn:
    "The course is withdrawn: its audience no longer sees it. Records of those who completed it are kept.",
  restored: "The course is open to its audience again.",
};
