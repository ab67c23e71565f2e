// src/domain/change.ts
function isUnpublished(change) {
	return change.kind === "staged" || change.kind === "range" && change.unpushed === true;
}
export { isUnpublished };
