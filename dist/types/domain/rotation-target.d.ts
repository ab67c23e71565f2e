/**
 * A place where a key is kept, and where its successor is to be stored. `github` is a secret of GitHub Actions: of a
 * repository, or of one of its environments.
 */
export type RotationTarget = {
    kind: "github";
    owner: string;
    repo: string;
    environment: string | null;
    secret: string;
} | {
    kind: "github-org";
    org: string;
    secret: string;
} | {
    kind: "dependabot" | "codespaces";
    owner: string;
    repo: string;
    secret: string;
}
/** A program that takes the key on its standard input. It is started without a shell, and 0 means stored. */
 | {
    kind: "command";
    argv: readonly [string, ...string[]];
}
/** A file that there is not yet: it is created, readable by its owner alone. */
 | {
    kind: "file";
    path: string;
};
/**
 * Formats a target as an operator types it: `github:acme/shop/OPENAI_API_KEY@production`. The arguments of a command may
 * hold anything, so that only its program is named.
 */
export declare function formatTarget(target: RotationTarget): string;
/** Whether two targets are one place. GitHub compares the names of owners, repositories and secrets without case. */
export declare function isSameTarget(one: RotationTarget, other: RotationTarget): boolean;
/** Why a place did not take a key, or may not. In our own words, since an answer may quote what it was given. */
export type StoreFailure = 
/** The token may not do it. `permission` is what it needs, in GitHub's words: `Environments: write and Secrets: write`. */
{
    because: "not-permitted";
    permission: string;
}
/** No token was given for a place that needs one. */
 | {
    because: "no-token";
}
/** GitHub does not know the token, or it has ended. */
 | {
    because: "bad-token";
}
/** A rule of the organisation keeps the token or this machine out: single sign-on, a list of addresses. */
 | {
    because: "kept-out";
}
/** The repository, organisation or environment does not exist, or the token cannot see it. */
 | {
    because: "not-found";
}
/** The repository has another name today: `to`, as `owner/name`. */
 | {
    because: "moved";
    to: string;
}
/** The repository is archived, so that nobody can write. */
 | {
    because: "archived";
}
/**
 * There is no such secret yet, and the operator did not ask for it to be created. Those of organisations are never
 * created here, since nobody said which repositories are to see them.
 */
 | {
    because: "no-secret";
} | {
    because: "wrong-name";
}
/** A file is there already. */
 | {
    because: "exists";
} | {
    because: "too-many" | "too-large" | "rate-limited" | "server-error" | "network" | "not-understood" | "refused";
}
/** A program that was not found, or could not be started. */
 | {
    because: "no-program";
}
/** A program that ended with another code than 0; null where a signal ended it. */
 | {
    because: "exit-code";
    code: number | null;
}
/** A program that ended with 0 and did not take the key from its standard input. */
 | {
    because: "not-read";
}
/** A file could not be written, by the system's own name for the reason, as `EACCES`. */
 | {
    because: "file-error";
    code: string;
}
/** The path of a file leads through a link that lies in a checkout, where a change may have added it. */
 | {
    because: "planted-link";
}
/** A program that did not end in time, and was ended. */
 | {
    because: "timed-out";
} | {
    because: "cancelled" | "unexpected";
};
/** Whether a place could take a key, as far as that can be known without changing anything. */
export type StoreCheck = {
    kind: "ready" /** Whether the secret exists already; null where nobody can say. */;
    exists: boolean | null;
} | ({
    kind: "failed";
} & StoreFailure);
/** What came of storing a key in a place. */
export type StoreResult = {
    kind: "stored" /** Whether the place itself showed it afterwards. */;
    verified: boolean;
}
/** `mayBeStored`: the answer was lost, so that the place may hold the key all the same. */
 | ({
    kind: "failed";
    mayBeStored: boolean;
} & StoreFailure);
