const randomBytes = (...args) => process.getBuiltinModule("node:crypto").randomBytes(...args);
// src/rotate/steps/rotation-run.ts
function createRotationToken() {
	return randomBytes(4).toString("hex");
}
async function beginRotation(run) {
	const { plan, batch, recorded, world } = run;
	const halt = await beginStep(run, {
		step: "plan",
		plan,
		batch
	});
	if (halt || recorded) return halt;
	const [first] = (await world.journal.rotations().catch(() => [])).filter(({ isOver }) => !isOver).filter(({ old }) => old.id === plan.old.id);
	return first === void 0 || first.id === plan.id ? null : { because: "unfinished" };
}
async function beginStep(run, event) {
	const { attempt } = run;
	if (!await noteStep(run, event)) return { because: "not-recorded" };
	try {
		const known = await readRecorded(run);
		return known && known.attempt !== attempt ? { because: "resumed-elsewhere" } : null;
	} catch {
		return { because: "not-recorded" };
	}
}
async function readRecorded({ plan, world }) {
	return (await world.journal.rotations()).find(({ id }) => id === plan.id) ?? null;
}
async function noteStep({ plan, attempt, world }, event) {
	try {
		await world.journal.noteRotation({
			rotation: plan.id,
			attempt,
			at: world.clock.now(),
			event
		});
		return true;
	} catch {
		return false;
	}
}
function tellStep({ plan, world }, step, phase, { target = null, isDone = false } = {}) {
	try {
		world.onStep({
			plan,
			step,
			phase,
			target,
			isDone
		});
	} catch {}
}
export { beginRotation, beginStep, createRotationToken, noteStep, readRecorded, tellStep };
