// src/detect/containers/member.ts
/**
* What can be taken from `inner`, as chunks whose reader may stop without ending `inner`: whoever opened the container
* goes on from there.
*/
function lent(inner) {
	return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
}
/** Names are other people's text, and thousands of them are kept: what is longer than this is cut. */
const LONGEST_NAME = 300;
/** A member's name, cut to a bounded length. */
function nameOf(name) {
	return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
export { nameOf as n, lent as t };
