// src/detect/containers/member.ts
function lent(inner) {
	return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
}
const LONGEST_NAME = 300;
function nameOf(name) {
	return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
export { nameOf as n, lent as t };
