import type { AlertPlace } from "./hosted-alert.ts";

/** A place in a file. Lines and columns count from 1, columns in bytes. */
type FilePlace = { path: string; line: number; column: number; length: number; commit: string; blob: string };

/** Builds the place of a secret in a file of a commit. `url` is the address of the repository on the API. */
export function buildFilePlace(url: string, { path, line, column, length, commit, blob }: FilePlace): AlertPlace {
  return {
    type: "commit",
    details: {
      path,
      start_line: line,
      end_line: line,
      start_column: column,
      end_column: column + length,
      blob_sha: blob,
      blob_url: `${url}/git/blobs/${blob}`,
      commit_sha: commit,
      commit_url: `${url}/git/commits/${commit}`,
      html_url: `${url.replace("/repos/", "/")}/blob/${commit}/${path}#L${line}-L${line}`,
    },
  };
}

/** Builds the place of a secret in a page of the wiki. */
export function buildWikiPlace(url: string, { path, line, column, length, commit, blob }: FilePlace): AlertPlace {
  const wiki = `${url.replace("/repos/", "/")}/wiki`;
  return {
    type: "wiki_commit",
    details: {
      path,
      start_line: line,
      end_line: line,
      start_column: column,
      end_column: column + length,
      blob_sha: blob,
      page_url: `${wiki}/${path.replace(/\.md$/, "")}`,
      commit_sha: commit,
      commit_url: `${wiki}/_compare/${commit}`,
    },
  };
}

/** Builds one place of each sort that is a text and no file. */
export function buildTextPlaces(url: string): readonly AlertPlace[] {
  const discussion = `${url.replace("/repos/", "/")}/discussions/3`;
  return [
    { type: "issue_title", details: { issue_title_url: `${url}/issues/1` } },
    { type: "issue_body", details: { issue_body_url: `${url}/issues/1` } },
    { type: "issue_comment", details: { issue_comment_url: `${url}/issues/comments/11` } },
    { type: "discussion_title", details: { discussion_title_url: discussion } },
    { type: "discussion_body", details: { discussion_body_url: `${discussion}#discussion-3` } },
    { type: "discussion_comment", details: { discussion_comment_url: `${discussion}#discussioncomment-31` } },
    { type: "pull_request_title", details: { pull_request_title_url: `${url}/pulls/7` } },
    { type: "pull_request_body", details: { pull_request_body_url: `${url}/pulls/7` } },
    { type: "pull_request_comment", details: { pull_request_comment_url: `${url}/issues/comments/71` } },
    { type: "pull_request_review", details: { pull_request_review_url: `${url}/pulls/7/reviews/72` } },
    {
      type: "pull_request_review_comment",
      details: { pull_request_review_comment_url: `${url}/pulls/comments/73` },
    },
  ];
}
