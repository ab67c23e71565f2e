import type { Clock } from "../domain/clock.ts";
import type { Detail } from "../domain/report.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { RepositoryName } from "../github/repository.ts";

/** Where the repository of a run is, and what reads it. */
export type RunRepository = { apiUrl: string; repository: RepositoryName; clock: Clock; token: string | null };

/** How much others may read. The event of a schedule does not say who may read the repository: then GitHub is asked. */
export async function chooseStepDetail(
  { isPublic }: EventScope,
  { apiUrl, repository, clock, token }: RunRepository,
): Promise<Detail> {
  if (!isPublic) return "full";
  if (token === null) return "minimal";
  const { isPublicRepository } = await import("../github/repository.ts");
  return (await isPublicRepository({ apiUrl, token }, repository, { clock })) ? "minimal" : "full";
}
