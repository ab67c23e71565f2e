import { __commonJSMin, __exportAll, __require, __toESM } from "./rolldown-runtime.js";
import { MEMBERS, identifyArchive, identifyWideText, parseCpioHeader, parseTarHeader, readTextField, readThreeBytes } from "./scan.js";
import { ANCHORS, ArchiveBudget, BufferedContainer, ByteInput, CONTEXT_LENGTH, GZIP, LOCAL_SIGNATURE, PNG_TEXT, PNG_UNICODE, STREAM_ANCHORS, STREAM_REACH, UnpackWarnings, ZIP, buildTeddyTables, createAnchorSet, findPackedPlace, findPackedText, hasBytesAt, isGzipHeader, isLocalHeader, lendIterator, readLocalHeader, truncateName } from "./detector.js";
const zlib = process.getBuiltinModule("node:zlib");
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
// src/detect/sieve.ts
var Sieve = class {
	reach;
	startLength = 512;
	#anchors;
	#needles;
	constructor({ otherVendors }) {
		this.#anchors = createAnchorSet(ANCHORS, otherVendors);
		this.#needles = [...this.#anchors.byStart.values()].flatMap((needles) => needles.map(({ bytes }) => bytes));
		this.reach = Math.max(...this.#needles.map(({ length }) => length));
	}
	writeTables(memory) {
		memory.set(buildTeddyTables(this.#needles), 0);
	}
	isNeedleAt(text, at) {
		return this.#anchors.byStart.get(readThreeBytes(text, at))?.some(({ bytes }) => at + bytes.length <= text.length && hasBytesAt(bytes, text, at)) ?? false;
	}
	measureContext(text, at) {
		return (this.#anchors.byStart.get(readThreeBytes(text, at)) ?? []).some(({ use }) => use.kind === "anchor" && STREAM_ANCHORS.includes(use.anchor)) ? STREAM_REACH : CONTEXT_LENGTH;
	}
	mayReadAt(text, at) {
		return (this.#anchors.byStart.get(readThreeBytes(text, at)) ?? []).some(({ bytes, index, use }) => {
			if (!hasBytesAt(bytes, text, at)) return false;
			if (use.kind === "anchor") return Boolean(use.anchor.read({
				text,
				at,
				offset: 0,
				floor: -1,
				mayJoin: () => true
			}, index)?.key);
			return use.kind === "packed" ? findPackedPlace(text, at, index) !== null : true;
		});
	}
	isMoreThanBytes(start) {
		return identifyWideText(start) !== null || identifyArchive(start.subarray(0, 512)) !== null;
	}
	mayHold(text) {
		if (this.isMoreThanBytes(text)) return true;
		for (const place of this.#anchors.prefilter.findPlaces(text, 0, text.length)) if (this.mayReadAt(text, place)) return true;
		return false;
	}
};
// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));
// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));
// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));
// node_modules/yauzl/index.js
var require_yauzl = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.open = open;
	exports.fromFd = fromFd;
	exports.fromBuffer = fromBuffer;
	exports.fromRandomAccessReader = fromRandomAccessReader;
	exports.openPromise = openPromise;
	exports.fromFdPromise = fromFdPromise;
	exports.fromBufferPromise = fromBufferPromise;
	exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;
	exports.dosDateTimeToDate = dosDateTimeToDate;
	exports.getFileNameLowLevel = getFileNameLowLevel;
	exports.validateFileName = validateFileName;
	exports.parseExtraFields = parseExtraFields;
	exports.ZipFile = ZipFile;
	exports.Entry = Entry;
	exports.LocalFileHeader = LocalFileHeader;
	exports.RandomAccessReader = RandomAccessReader;
	function openPromise(path, options) {
		return new Promise((resolve, reject) => {
			open(path, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function fromFdPromise(fd, options) {
		return new Promise((resolve, reject) => {
			fromFd(fd, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function fromBufferPromise(buffer, options) {
		return new Promise((resolve, reject) => {
			fromBuffer(buffer, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function fromRandomAccessReaderPromise(reader, totalSize, options) {
		return new Promise((resolve, reject) => {
			fromRandomAccessReader(reader, totalSize, {
				...options,
				lazyEntries: true
			}, function(err, zipfile) {
				if (err) return reject(err);
				resolve(zipfile);
			});
		});
	}
	function open(path, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.open(path, "r", function(err, fd) {
			if (err) return callback(err);
			fromFd(fd, options, function(err, zipfile) {
				if (err) fs.close(fd, defaultCallback);
				callback(err, zipfile);
			});
		});
	}
	function fromFd(fd, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		fs.fstat(fd, function(err, stats) {
			if (err) return callback(err);
			fromRandomAccessReader(new fd_slicer.FdSlicer(fd), stats.size, options, callback);
		});
	}
	function fromBuffer(buffer, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		fromRandomAccessReader(new fd_slicer.BufferSlicer(buffer), buffer.length, options, callback);
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
}));
// src/detect/archives/compressed/brotli-start.ts
var brotli_start_exports = /* @__PURE__ */ __exportAll({ isBrotliText: () => isBrotliText });
const SHORTEST = 48;
const TELLING$1 = 12;
const PRINTABLE = .95;
function isBrotliText(start) {
	const text = unpackStart(start);
	const middle = text.length >> 1;
	if (text.length < SHORTEST || start.includes(text.subarray(middle, middle + TELLING$1))) return false;
	return text.filter((byte) => byte >= 32 || byte === 10 || byte === 13 || byte === 9).filter((byte) => byte < 127).length >= PRINTABLE * text.length;
}
function unpackStart(start) {
	try {
		const options = {
			finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
			maxOutputLength: MOST$1
		};
		return zlib.brotliDecompressSync(start, options);
	} catch {
		return Buffer.alloc(0);
	}
}
const MOST$1 = 1048576;
// src/detect/archives/compressed/zlib-start.ts
var zlib_start_exports = /* @__PURE__ */ __exportAll({
	isDeflated: () => isDeflated,
	isInflatable: () => isInflatable
});
function isZlibHeader(start) {
	const [first = 0, second = 0] = start;
	return start.length >= 2 && (first & 15) === 8 && first >> 4 < 8 && (first * 256 + second) % 31 === 0 && (second & 32) === 0;
}
function isInflatable(start) {
	return isZlibHeader(start) && inflateStart(start.subarray(2)).length > 0;
}
function readGitHeader(start) {
	const text = inflateStart(start.subarray(2, 66)).toString("latin1", 0, 32);
	const [whole, type] = /^(blob|tree|commit|tag) \d{1,15}\0/.exec(text) ?? [];
	return whole === void 0 || type === void 0 ? null : {
		type,
		length: whole.length
	};
}
function isDeflated(start) {
	return inflateStart(start).length > 0;
}
function inflateStart(start) {
	try {
		return zlib.inflateRawSync(start, {
			finishFlush: zlib.constants.Z_SYNC_FLUSH,
			maxOutputLength: MOST
		});
	} catch {
		return Buffer.alloc(0);
	}
}
const MOST = 1048576;
// src/detect/archives/compressed/frames.ts
const WITHOUT_END = () => ({
	add: () => {},
	matches: async () => true
});
const GZIP_FRAME = {
	compression: "deflate",
	async begin(input) {
		for (const most of [USUAL_HEADER, LONGEST_HEADER$1]) {
			const start = await input.takeExactly(most);
			const header = parseGzipHeader(start);
			input.putBack(start.subarray(header?.length ?? 0));
			if (header || start.length < most) return header;
		}
		return null;
	},
	end: () => {
		let sum = 0;
		return {
			add: (content) => {
				sum = zlib.crc32(content, sum);
			},
			matches: async (input) => {
				const trailer = await input.takeExactly(TRAILER);
				return trailer.length === TRAILER && trailer.readUInt32LE(0) === sum;
			}
		};
	}
};
const USUAL_HEADER = 512;
const LONGEST_HEADER$1 = 73728;
const TRAILER = 8;
function parseGzipHeader(start) {
	if (start.length < 18 || start[0] !== 31 || start[1] !== 139 || start[2] !== 8) return null;
	const flags = start[3] ?? 0;
	let at = 10;
	if ((flags & EXTRA) !== 0) at += 2 + start.readUInt16LE(at);
	const name = (flags & NAME) === 0 ? null : readText$1(start, at);
	at += name === null ? 0 : name.length + 1;
	if ((flags & COMMENT) !== 0) at += (readText$1(start, at) ?? "").length + 1;
	if ((flags & CHECKED) !== 0) at += 2;
	return at < start.length && flags < RESERVED ? {
		name: name || null,
		length: at
	} : null;
}
const [CHECKED, EXTRA, NAME, COMMENT, RESERVED] = [
	2,
	4,
	8,
	16,
	32
];
function readText$1(bytes, at) {
	const end = bytes.indexOf(0, at);
	return end < 0 ? null : bytes.toString("latin1", at, end);
}
function createZstdFrame() {
	let said = 0;
	return {
		compression: "zstd",
		async begin(input) {
			for (;;) {
				const start = await input.takeExactly(ZSTD_HEADER);
				input.putBack(start);
				if (start.length >= 8 && (start.readUInt32LE(0) & 4294967280) === SKIPPED) await input.skip(8 + start.readUInt32LE(4));
				else {
					said = readContentSize(start);
					return start.length > 4 && start.readUInt32LE(0) === MAGIC$1 ? { name: null } : null;
				}
			}
		},
		end: () => {
			let count = 0;
			return {
				add: (content) => {
					count += content.length;
				},
				matches: async () => count >= said
			};
		}
	};
}
function readContentSize(start) {
	const flags = start[4] ?? 0;
	const isSingle = (flags & 32) !== 0;
	const at = 5 + (isSingle ? 0 : 1) + ([
		0,
		1,
		2,
		4
	][flags & 3] ?? 0);
	const width = [
		isSingle ? 1 : 0,
		2,
		4,
		8
	][flags >> 6] ?? 0;
	if (width === 0 || start.length < at + width) return 0;
	if (width === 8) return Number(start.readBigUInt64LE(at));
	return start.readUIntLE(at, width) + (width === 2 ? 256 : 0);
}
const [MAGIC$1, SKIPPED, ZSTD_HEADER] = [
	4247762216,
	407710288,
	18
];
const ZLIB_FRAME = {
	compression: "deflate",
	async begin(input) {
		const start = await input.takeExactly(USUAL_HEADER);
		const isOne = isInflatable(start);
		input.putBack(start.subarray(isOne ? ZLIB_HEADER$3 : 0));
		if (!isOne) return null;
		const header = readGitHeader(start);
		return header ? {
			name: `(git ${header.type})`,
			skipped: header.length
		} : { name: null };
	},
	end: () => ({
		add: () => {},
		matches: async (input) => {
			await input.takeExactly(ZLIB_TRAILER$1);
			return true;
		}
	})
};
const [ZLIB_HEADER$3, ZLIB_TRAILER$1] = [2, 4];
function createBareFrame(compression) {
	let isBegun = false;
	return {
		compression,
		begin: async () => {
			const isFirst = !isBegun;
			isBegun = true;
			return isFirst ? { name: null } : null;
		},
		end: WITHOUT_END
	};
}
function createFrame(format) {
	switch (format) {
		case "gzip": return GZIP_FRAME;
		case "zlib": return ZLIB_FRAME;
		case "zstd": return createZstdFrame();
		case "deflate":
		case "brotli": return createBareFrame(format);
		default: return format;
	}
}
// src/detect/archives/compressed/unpacker.ts
const CHUNK = 32768;
const WINDOW_BITS = 25;
const HAS_ZSTD = typeof zlib.createZstdDecompress === "function";
function createEngine(packing) {
	switch (packing) {
		case "deflate": return zlib.createInflateRaw({ chunkSize: CHUNK });
		case "zstd": return zlib.createZstdDecompress({
			chunkSize: CHUNK,
			params: { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_BITS }
		});
		case "brotli": return zlib.createBrotliDecompress({ chunkSize: CHUNK });
		default: return packing;
	}
}
var Unpacker = class {
	#engine;
	#state = "going";
	#wake = () => {};
	#given = 0;
	constructor(packing) {
		this.#engine = createEngine(packing);
		this.#engine.on("error", () => this.#became("failed"));
		this.#engine.on("end", () => this.#became("ended"));
		this.#engine.on("readable", () => this.#wake());
	}
	get state() {
		return this.#state;
	}
	get surplus() {
		return this.#given - this.#engine.bytesWritten;
	}
	add(piece) {
		this.#given += piece.length;
		return this.#taking((done) => this.#engine.write(piece, done));
	}
	finish() {
		return this.#taking(() => this.#engine.end());
	}
	close() {
		this.#engine.destroy();
		this.#wake();
	}
	async *#taking(put) {
		if (this.#state !== "going") return;
		let isTaken = false;
		put(() => {
			isTaken = true;
			if (this.surplus > 0) this.#became("ended");
			this.#wake();
		});
		for (;;) {
			const piece = this.#engine.read();
			if (piece) yield piece;
			else {
				if (isTaken || this.#state !== "going" || this.#engine.destroyed) return;
				await new Promise((resolve) => {
					this.#wake = resolve;
				});
			}
		}
	}
	#became(state) {
		if (this.#state === "going") this.#state = state;
		this.#wake();
	}
};
const SMALL_UNPACKED = 1048576;
function unpackAtOnce(packed) {
	try {
		const options = {
			maxOutputLength: SMALL_UNPACKED,
			info: true
		};
		const { buffer, engine } = zlib.inflateRawSync(packed, options);
		return {
			bytes: buffer,
			length: engine.bytesWritten
		};
	} catch {
		return null;
	}
}
// src/detect/archives/compressed/compressed-stream.ts
var compressed_stream_exports = /* @__PURE__ */ __exportAll({ readCompressed: () => readCompressed });
async function* readCompressed(format, input, archiveBudget, warnings) {
	const frame = createFrame(format);
	if (format === "zstd" && !HAS_ZSTD) {
		warnings.addUnopened("zstd");
		return;
	}
	const offset = input.offset;
	const first = await frame.begin(input);
	if (!first) warnings.add("damaged");
	if (!first || !archiveBudget.mayOpenMember()) return;
	const content = unpackFrames(frame, first.skipped ?? 0, input, archiveBudget, warnings);
	try {
		yield {
			name: truncateName(first.name ?? `(${format})`),
			chunks: lendIterator(content),
			offset,
			get length() {
				return input.offset - offset;
			}
		};
		for await (const _ of content);
	} finally {
		await content.return(void 0);
	}
}
async function* unpackFrames(frame, skipped, input, archiveBudget, warnings) {
	for (let left = skipped;;) {
		const ending = frame.end();
		const unpacker = new Unpacker(frame.compression);
		try {
			while (unpacker.state === "going") {
				const piece = await input.take();
				for await (const out of piece ? unpacker.add(piece) : unpacker.finish()) {
					const granted = archiveBudget.grant(out, input.offset);
					ending.add(granted);
					if (granted.length > left) yield granted.subarray(left);
					left = Math.max(0, left - granted.length);
					if (archiveBudget.isSpent) return;
				}
				if (piece) input.putBack(piece.subarray(piece.length - unpacker.surplus));
			}
			if (unpacker.state === "failed") {
				warnings.add("damaged");
				return;
			}
		} finally {
			unpacker.close();
		}
		if (!await ending.matches(input)) warnings.add("damaged");
		if (!await frame.begin(input) || !archiveBudget.mayOpenFrame(input.offset)) return;
	}
}
// src/detect/archives/zip/markup-text.ts
const ENDING = new Set([
	"p br cr tab tc tr c v f is si row",
	"h line-break s table-cell table-row list-item",
	"div li ul ol td th dt dd pre h1 h2 h3 h4 h5 h6 title section table hr blockquote body"
].flatMap((names) => names.split(" ")));
const [OPEN, CLOSE] = [60, 62];
const BREAK = Buffer.from("\n");
const HYPHEN = Buffer.from("-");
const HYPHEN_TAG = /^(?:[\w.-]+:)?noBreakHyphen\b/;
const LONGEST_TAG = 64;
async function* extractMarkupText(chunks) {
	let tag = null;
	for await (const chunk of chunks) {
		const texts = [];
		for (let at = 0; at < chunk.length;) {
			const stop = chunk.indexOf(tag === null ? OPEN : CLOSE, at);
			const end = stop < 0 ? chunk.length : stop;
			if (tag === null) {
				if (end > at) texts.push(chunk.subarray(at, end));
				if (stop >= 0) tag = "";
			} else {
				tag += chunk.toString("latin1", at, Math.min(end, at + LONGEST_TAG - tag.length));
				if (stop >= 0) {
					if (HYPHEN_TAG.test(tag)) texts.push(HYPHEN);
					else if (endsParagraph(tag)) texts.push(BREAK);
					tag = null;
				}
			}
			at = end + 1;
		}
		const text = Buffer.concat(texts);
		if (text.length > 0) yield text;
	}
}
function endsParagraph(tag) {
	const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1];
	return name !== void 0 && ENDING.has(name.toLowerCase());
}
// src/detect/archives/zip/zip-content.ts
const [STORED, DEFLATED, ZSTD] = [
	0,
	8,
	93
];
function identifyCompression(method) {
	if (method === STORED) return null;
	if (method === DEFLATED) return "deflate";
	return method === ZSTD && HAS_ZSTD ? "zstd" : "unknown";
}
async function* unpackRange(range, container, archiveBudget) {
	const { end } = range;
	let checksum = 0;
	const pieces = takePieces(range, container);
	for (let next = await pieces.next();; next = await pieces.next()) {
		if (next.done) return {
			state: next.value === null ? "cut" : "whole",
			checksum,
			end: next.value ?? end
		};
		const granted = archiveBudget.grant(next.value, container.size);
		checksum = zlib.crc32(granted, checksum);
		if (granted.length > 0) yield granted;
		if (archiveBudget.isSpent) {
			await pieces.return(null);
			return {
				state: "stopped",
				checksum,
				end
			};
		}
	}
}
function takePieces({ start, end, compression }, container) {
	if (compression === "unknown") return takeNothing();
	if (compression === null) return takeStored(container.pieces(start, end), Math.min(end, container.size));
	const small = compression === "deflate" && end - start <= 65536 ? unpackAtOnce(container.slice(start, end)) : null;
	if (small) return takeWhole(small.bytes, start + small.length);
	return inflatePieces(compression, container.pieces(start, end), start);
}
async function* takeNothing() {
	return null;
}
async function* takeWhole(bytes, end) {
	yield bytes;
	return end;
}
async function* takeStored(pieces, end) {
	yield* pieces;
	return end;
}
async function* inflatePieces(compression, pieces, start) {
	const unpacker = new Unpacker(compression);
	let end = start;
	try {
		for (const piece of pieces) {
			yield* unpacker.add(piece);
			end += piece.length - (unpacker.state === "ended" ? unpacker.surplus : 0);
			if (unpacker.state !== "going") break;
		}
		yield* unpacker.finish();
		return unpacker.state === "failed" ? null : end;
	} finally {
		unpacker.close();
	}
}
// src/detect/archives/zip/zip-claim.ts
function readListedClaim({ name, size, method, checksum, isLocked }, { start }, { size: top }) {
	return {
		name,
		range: {
			start,
			end: Math.min(start + size, top),
			compression: identifyCompression(method)
		},
		checksum,
		isLocked
	};
}
const FOLLOWING = [
	"PK",
	"PK",
	"PK\x07\b"
].map((text) => Buffer.from(text, "latin1"));
function readLocalClaim({ name, start, size, method, checksum, isLocked }, container) {
	const compression = identifyCompression(method);
	return {
		name,
		range: {
			start,
			end: size === null ? findEnd(start, compression === null, container) : Math.min(start + size, container.size),
			compression
		},
		checksum,
		isLocked
	};
}
function findEnd(start, isStored, container) {
	if (!isStored) return container.size;
	return FOLLOWING.reduce((end, signature) => {
		const at = container.indexOf(signature, start, end);
		return at < 0 ? end : at;
	}, container.size);
}
function mayDiffer(first, second, isRead) {
	const [one, two] = [first.range, second.range];
	if (one.compression !== two.compression) return true;
	if (isRead) return one.compression === null && two.end > one.end;
	return one.end !== two.end || second.checksum !== null && first.checksum !== second.checksum;
}
const LARGEST_PROBE = 65536;
const LARGEST_CONTENT = 1048576;
function isReadableThough({ range, checksum }, container) {
	const { start, end, compression } = range;
	if (end - start > LARGEST_PROBE || compression !== null && compression !== "deflate") return false;
	const packed = container.slice(start, end);
	try {
		const content = compression === null ? packed : zlib.inflateRawSync(packed, { maxOutputLength: LARGEST_CONTENT });
		return content.length > 0 && zlib.crc32(content) === checksum;
	} catch {
		return false;
	}
}
// src/detect/archives/zip/zip-entries.ts
async function listEntries(container, archiveBudget) {
	const end = findArchiveEnd(container);
	if (!end) return null;
	const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await Promise.resolve().then(() => /* @__PURE__ */ __toESM(require_yauzl(), 1));
	const { size, shift } = end;
	class Reader extends RandomAccessReader {
		read(target, at, length, from, done) {
			const bytes = container.slice(from + shift, from + shift + length);
			bytes.copy(target, at);
			done(from + shift < 0 || bytes.length < length ? /* @__PURE__ */ new Error("read past the end") : null);
		}
	}
	const entries = [];
	let isWhole = true;
	try {
		const listing = await fromRandomAccessReaderPromise(new Reader(), size - shift, {
			lazyEntries: true,
			autoClose: false,
			decodeStrings: false,
			validateEntrySizes: false
		});
		listing.on("error", () => {});
		for await (const entry of listing.eachEntry()) {
			const { generalPurposeBitFlag: flags, extraFields, fileNameRaw } = entry;
			const { relativeOffsetOfLocalHeader, compressedSize: size, compressionMethod: method, crc32 } = entry;
			if (size === 0 && crc32 === 0) continue;
			if (!archiveBudget.mayOpenMember()) break;
			const name = truncateName(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
			const at = relativeOffsetOfLocalHeader + shift;
			entries.push({
				name,
				at,
				size,
				method,
				checksum: crc32,
				isLocked: entry.isEncrypted()
			});
		}
		const next = Number(listing.readEntryCursor) + shift;
		if (!archiveBudget.isSpent && container.slice(next, next + 4).equals(LISTED)) isWhole = false;
	} catch {
		isWhole = false;
	}
	return {
		entries: entries.toSorted((a, b) => a.at - b.at),
		isWhole
	};
}
const LISTED = Buffer.from("PK", "latin1");
const END$1 = Buffer.from("PK", "latin1");
const END_SIZE = 22;
const LONGEST_COMMENT = 65535;
function findArchiveEnd(container) {
	const from = Math.max(0, container.size - 2 * LONGEST_COMMENT);
	const tail = container.slice(from, container.size);
	for (let at = tail.lastIndexOf(END$1); at >= 0; at = at > 0 ? tail.lastIndexOf(END$1, at - 1) : -1) {
		const end = at + END_SIZE;
		if (end > tail.length) continue;
		const whole = end + tail.readUInt16LE(at + 20);
		if (whole <= tail.length) return {
			size: from + whole,
			shift: measureShift(container, from + at)
		};
	}
	return null;
}
const END64 = Buffer.from("PK", "latin1");
const [END64_SIZE, LOCATOR_SIZE] = [56, 20];
function measureShift(container, at) {
	const end64 = at - LOCATOR_SIZE - END64_SIZE;
	const large = container.slice(end64, end64 + END64_SIZE);
	const isLarge = end64 >= 0 && large.indexOf(END64) === 0;
	const end = container.slice(at, at + END_SIZE);
	const size = isLarge ? Number(large.readBigUInt64LE(40)) : end.readUInt32LE(12);
	const offset = isLarge ? Number(large.readBigUInt64LE(48)) : end.readUInt32LE(16);
	const isListAt = (place) => place >= 0 && container.slice(place, place + 4).equals(LISTED);
	if (isListAt(offset)) return 0;
	const start = (isLarge ? end64 : at) - size;
	return isListAt(start) ? start - offset : 0;
}
function isDocumentPart(name) {
	return name === "[Content_Types].xml" || name === "mimetype";
}
// src/detect/archives/zip/zip-reader.ts
const MARKUP = /\.(?:xml|xhtml|html?)$/i;
var ZipReader = class {
	#container;
	#archiveBudget;
	#warnings;
	#ranges = [];
	#isListed = false;
	#isDocument = false;
	constructor(container, archiveBudget, warnings) {
		[this.#container, this.#archiveBudget, this.#warnings] = [
			container,
			archiveBudget,
			warnings
		];
	}
	get isListed() {
		return this.#isListed;
	}
	get ranges() {
		return this.#ranges;
	}
	async *members() {
		const listing = await listEntries(this.#container, this.#archiveBudget);
		const entries = listing?.entries ?? [];
		this.#isListed = listing?.isWhole ?? false;
		this.#isDocument = entries.some(({ name }) => isDocumentPart(name));
		let end = 0;
		for (const entry of entries) {
			yield* this.#readUnlisted(end, entry.at);
			yield* this.#readListed(entry);
			end = Math.max(end, this.#ranges.at(-1)?.end ?? 0);
			if (this.#archiveBudget.isSpent) return;
		}
		yield* this.#readUnlisted(end, this.#container.size);
	}
	async *#readListed(entry) {
		const header = readLocalHeader(this.#container, entry.at);
		if (!header) return this.#warnings.add("damaged");
		const claims = [readListedClaim(entry, header, this.#container), readLocalClaim(header, this.#container)];
		const { end, failure } = yield* this.#readClaims(claims);
		if (failure) this.#warnings.add(failure);
		this.#ranges.push({
			start: entry.at,
			end
		});
	}
	async *#readUnlisted(from, until) {
		for (let at = this.#container.indexOf(LOCAL_SIGNATURE, from, until); at >= 0;) {
			const header = this.#isHeaderAt(at) ? readLocalHeader(this.#container, at) : null;
			let next = at + 30;
			if (header && header.size !== 0) {
				if (!this.#archiveBudget.mayOpenMember()) return;
				const { end, failure } = yield* this.#readClaims([readLocalClaim(header, this.#container)]);
				if (this.#archiveBudget.isSpent) return;
				if (failure && this.#isListed) this.#warnings.add(failure);
				if (!failure) this.#ranges.push({
					start: at,
					end
				});
				next = failure ? header.start : end;
			}
			at = this.#container.indexOf(LOCAL_SIGNATURE, Math.max(next, at + 30), until);
		}
	}
	#isHeaderAt(at) {
		return isLocalHeader(this.#container.slice(at, at + 60 + 64), 0);
	}
	async *#readClaims(claims) {
		const [first] = claims;
		let result = {
			end: first?.range.end ?? 0,
			failure: "damaged"
		};
		for (const claim of claims) {
			if (first && claim !== first && !mayDiffer(first, claim, result.failure === null)) continue;
			const own = yield* this.#readClaim(claim);
			if (claim === first || own.failure === null) result = own;
			if (this.#archiveBudget.isSpent) break;
		}
		return result;
	}
	async *#readClaim(claim) {
		const { name, range, checksum } = claim;
		if (claim.isLocked && !isReadableThough(claim, this.#container)) return {
			end: range.end,
			failure: "locked"
		};
		if (range.compression === "unknown") return {
			end: range.end,
			failure: "unknown-packing"
		};
		this.#isDocument ||= isDocumentPart(name);
		const place = {
			name,
			offset: range.start,
			length: range.end - range.start
		};
		const unpack = () => unpackRange(range, this.#container, this.#archiveBudget);
		const seen = { result: null };
		yield {
			...place,
			chunks: watchPieces(unpack(), (result) => seen.result = result)
		};
		if (this.#isDocument && MARKUP.test(name)) yield {
			...place,
			chunks: extractMarkupText(unpack())
		};
		const { state = "stopped", end = range.end, checksum: sum = null } = seen.result ?? {};
		const isDamaged = state === "cut" || state === "whole" && checksum !== null && sum !== checksum;
		return {
			end: state === "whole" ? end : range.end,
			failure: isDamaged ? "damaged" : null
		};
	}
};
async function* watchPieces(pieces, ended) {
	try {
		for (let next = await pieces.next();; next = await pieces.next()) {
			if (next.done) return ended(next.value);
			yield next.value;
		}
	} finally {
		await pieces.return({
			state: "stopped",
			checksum: 0,
			end: 0
		});
	}
}
// src/detect/archives/embedded/embedded.ts
var embedded_exports = /* @__PURE__ */ __exportAll({
	hasEmbedded: () => hasEmbedded,
	readEmbedded: () => readEmbedded
});
const TELLING = 4096;
const MOST_TRIED = 4;
async function* readEmbedded(container, budget, warnings) {
	const archiveBudget = new ArchiveBudget(budget, warnings);
	const zip = new ZipReader(container, archiveBudget, warnings);
	if (hasZip(container)) yield* zip.members();
	const ranges = zip.ranges.toSorted((one, other) => one.start - other.start).values();
	let range = ranges.next().value;
	let [end, tried, misses] = [
		0,
		0,
		0
	];
	for (const stream of listStreams(container)) {
		while (range && range.end <= stream.at) range = ranges.next().value;
		if (stream.at < end || range && range.start <= stream.at) continue;
		if (misses > MOST_MISSES || tried > MOST_TRIED * container.size) return warnings.add("too-many");
		if (!isLikely(stream, container)) {
			misses += 1;
			continue;
		}
		if (!archiveBudget.mayOpenMember()) return;
		const result = yield* readStream$1(stream, container, budget, warnings);
		if (result.isRead) end = result.end;
		else {
			misses += 1;
			tried += result.end - stream.at;
		}
	}
}
const MOST_MISSES = 2e3;
function isLikely({ start, format }, container) {
	const bytes = container.slice(start, start + TELLING / 8);
	if (format === "zlib") return isInflatable(bytes);
	return bytes[3] !== 0 || isDeflated(bytes.subarray(GZIP_HEADER));
}
function hasEmbedded(container) {
	if (hasZip(container)) return true;
	let misses = 0;
	for (const stream of listStreams(container)) {
		if (isLikely(stream, container) || misses > MOST_MISSES) return true;
		misses += 1;
	}
	return false;
}
const GZIP_HEADER = 10;
const [BEFORE, BEHIND] = [4, 4096];
const readGzip = (container, at) => isGzipHeader(container.slice(at, at + GZIP_HEADER), 0) ? {
	at,
	start: at,
	end: container.size,
	format: "gzip",
	name: "(gzip)"
} : null;
const readText = (container, at) => {
	const text = at < BEFORE ? null : findPackedText(container.slice(at - BEFORE, at + BEHIND), BEFORE);
	const shift = at - BEFORE;
	return text && {
		at,
		start: shift + text.start,
		end: shift + text.end,
		format: "zlib",
		name: MEMBERS.png
	};
};
const STREAMS = [
	[GZIP, readGzip],
	[PNG_TEXT, readText],
	[PNG_UNICODE, readText]
];
function* listStreams(container) {
	const next = STREAMS.map(([needle]) => container.indexOf(needle, 0));
	for (;;) {
		const places = next.filter((at) => at >= 0);
		const at = Math.min(...places);
		if (places.length === 0) return;
		const which = next.indexOf(at);
		const [needle, read] = STREAMS[which] ?? [];
		const stream = read?.(container, at);
		if (stream) yield stream;
		if (needle) next[which] = container.indexOf(needle, at + 1);
	}
}
function hasZip(container) {
	for (let at = container.indexOf(ZIP, 0); at >= 0; at = container.indexOf(ZIP, at + 1)) if (isLocalHeader(container.slice(at, at + 128), 0)) return true;
	return false;
}
async function* readStream$1({ start, end, format, name }, container, budget, warnings) {
	const own = new UnpackWarnings();
	const input = new ByteInput(toAsync(container.pieces(start, end)));
	const left = budget.bytes;
	for await (const member of readCompressed(format, input, new ArchiveBudget(budget, own), own)) yield {
		offset: start + member.offset,
		length: end - start,
		name: member.name.startsWith("(") ? name : member.name,
		chunks: member.chunks
	};
	const isRead = own.isEmpty || left - budget.bytes >= TELLING;
	if (isRead) warnings.addAll(own);
	return {
		end: start + input.offset,
		isRead
	};
}
async function* toAsync(pieces) {
	yield* pieces;
}
// src/detect/archives/git/delta.ts
function buildFromDelta(base, delta) {
	const from = readSize(delta, 0);
	const to = readSize(delta, from.end);
	if (from.value !== base.length || to.value > 16777216) return null;
	const content = Buffer.allocUnsafe(to.value);
	const seams = [];
	let written = 0;
	for (const { isNew, start, length } of listSteps(delta, to.end)) {
		const source = isNew ? delta : base;
		if (length === 0 || start + length > source.length || written + length > content.length) return null;
		source.copy(content, written, start, start + length);
		seams.push(written, written + length);
		written += length;
	}
	return written === content.length ? {
		content,
		seams
	} : null;
}
function takeInsertions(delta) {
	const from = readSize(delta, readSize(delta, 0).end).end;
	return [...listSteps(delta, from)].map(({ isNew, start, length }) => isNew ? delta.subarray(start, start + length) : SEPARATOR);
}
function readSize(bytes, at) {
	let [value, end] = [0, at];
	for (let factor = 1; end < bytes.length && factor < 2 ** 49; factor *= 128) {
		const byte = bytes[end] ?? 0;
		value += (byte & 127) * factor;
		end += 1;
		if ((byte & 128) === 0) break;
	}
	return {
		value,
		end
	};
}
function* listSteps(delta, from) {
	for (let at = from; at < delta.length;) {
		const code = delta[at] ?? 0;
		if ((code & 128) === 0) {
			yield {
				isNew: true,
				start: at + 1,
				length: code
			};
			at += 1 + code;
			continue;
		}
		at += 1;
		const read = (bits) => bits.reduce((value, bit, index) => (code & bit) === 0 ? value : value + (delta[at++] ?? 0) * 256 ** index, 0);
		yield {
			isNew: false,
			start: read([
				1,
				2,
				4,
				8
			]),
			length: read([
				16,
				32,
				64
			]) || 65536
		};
	}
}
const REACH = 2048;
const SEPARATOR = Buffer.from("\n");
function takeNewParts({ content, seams }) {
	const parts = [];
	let [start, end] = [0, 0];
	for (const seam of seams) {
		const from = Math.max(0, seam - REACH);
		if (from > end) {
			if (end > start) parts.push(content.subarray(start, end), SEPARATOR);
			start = from;
		}
		end = Math.min(content.length, seam + REACH);
	}
	return end > start ? [...parts, content.subarray(start, end)] : parts;
}
// src/detect/archives/git/pack-entry.ts
const TYPES = {
	1: "commit",
	2: "tree",
	3: "blob",
	4: "tag"
};
const [OFFSET_DELTA, NAMED_DELTA] = [6, 7];
const LONGEST_HEADER = 64;
function readPackEntry(container, at, idLength) {
	const bytes = container.slice(at, at + LONGEST_HEADER);
	const [first = 0] = bytes;
	let [size, end] = [first & 15, 1];
	for (let factor = 16; ((bytes[end - 1] ?? 0) & 128) !== 0 && end < 9; factor *= 128) {
		size += ((bytes[end] ?? 0) & 127) * factor;
		end += 1;
	}
	const number = first >> 4 & 7;
	const type = TYPES[number] ?? null;
	if (type) return {
		at,
		type,
		base: null,
		size,
		data: at + end
	};
	if (number === NAMED_DELTA) return {
		at,
		type: "delta",
		base: bytes.toString("hex", end, end + idLength),
		size,
		data: at + end + idLength
	};
	if (number !== OFFSET_DELTA) return null;
	const distance = readDistance(bytes, end);
	return {
		at,
		type: "delta",
		base: at - distance.value,
		size,
		data: at + distance.end
	};
}
function readDistance(bytes, at) {
	let [value, end] = [(bytes[at] ?? 0) & 127, at + 1];
	while (((bytes[end - 1] ?? 0) & 128) !== 0 && end < at + 8) {
		value = (value + 1) * 128 + ((bytes[end] ?? 0) & 127);
		end += 1;
	}
	return {
		value,
		end
	};
}
function unpackEntry(container, { data, size }) {
	const packed = container.slice(data, data + size + (size >> 8) + 128);
	try {
		const options = {
			maxOutputLength: Math.max(1, size),
			info: true
		};
		const { buffer, engine } = zlib.inflateSync(packed, options);
		return buffer.length === size ? {
			content: buffer,
			end: data + engine.bytesWritten
		} : null;
	} catch {
		return null;
	}
}
// src/detect/archives/git/pack-index.ts
const HEADER$2 = 12;
const MOST_UNPACKED = 536870912;
const MOST_ENTRIES = 5e5;
async function readPackIndex(container, warnings) {
	const { start, algorithm } = findPack(container);
	const count = container.slice(start + 8, start + HEADER$2);
	const objects = [];
	const deltas = /* @__PURE__ */ new Map();
	let [at, unpacked, hasNamed] = [
		start + HEADER$2,
		0,
		false
	];
	for (let left = count.length === 4 ? count.readUInt32BE(0) : 0; left > 0; left -= 1) {
		const entry = readPackEntry(container, at, algorithm === "sha1" ? 20 : 32);
		const end = entry && await measureEntry(container, entry);
		if (!entry || end === null) {
			warnings.add("damaged");
			break;
		}
		unpacked += entry.size;
		if (unpacked > MOST_UNPACKED || objects.length + deltas.size > MOST_ENTRIES) {
			warnings.add("too-much");
			break;
		}
		if (entry.base === null) objects.push(entry);
		else deltas.set(entry.base, addTo(deltas.get(entry.base), entry));
		hasNamed ||= typeof entry.base === "string";
		at = end;
	}
	return {
		objects,
		deltas,
		hasNamed,
		algorithm
	};
}
function addTo(list, entry) {
	if (!list) return [entry];
	list.push(entry);
	return list;
}
function findPack(container) {
	if (container.slice(0, 4).toString("latin1") === "PACK") return {
		start: 0,
		algorithm: "sha1"
	};
	const end = container.indexOf(Buffer.from("\n\nPACK"), 0);
	const lines = container.slice(0, Math.min(LONGEST_CAPABILITIES, Math.max(0, end))).toString("latin1");
	return {
		start: end < 0 ? container.size : end + 2,
		algorithm: lines.includes("\n@object-format=sha256\n") ? "sha256" : "sha1"
	};
}
const LONGEST_CAPABILITIES = 4096;
async function measureEntry(container, entry) {
	if (entry.size <= 16777216) return unpackEntry(container, entry)?.end ?? null;
	if (entry.size > MOST_UNPACKED) return null;
	const unpacker = new Unpacker("deflate");
	try {
		let end = entry.data + ZLIB_HEADER$2;
		for (const piece of container.pieces(end, container.size)) {
			for await (const _ of unpacker.add(piece));
			end += piece.length - (unpacker.state === "ended" ? unpacker.surplus : 0);
			if (unpacker.state !== "going") break;
		}
		return unpacker.state === "ended" ? end + ZLIB_TRAILER : null;
	} finally {
		unpacker.close();
	}
}
const [ZLIB_HEADER$2, ZLIB_TRAILER] = [2, 4];
// src/detect/archives/git/git-pack.ts
var git_pack_exports = /* @__PURE__ */ __exportAll({ readGitPack: () => readGitPack });
async function* readGitPack(input, archiveBudget, warnings, budget) {
	const container = new BufferedContainer(budget);
	try {
		for (let bytes = await input.take(); bytes; bytes = await input.take()) if (!container.add(bytes)) return warnings.add("too-large");
		yield* new PackReader(container, archiveBudget, warnings).members();
	} finally {
		container.release();
	}
}
var PackReader = class {
	#container;
	#archiveBudget;
	#warnings;
	#index = {
		objects: [],
		deltas: /* @__PURE__ */ new Map(),
		hasNamed: false,
		algorithm: "sha1"
	};
	#built = 0;
	#waiting = 0;
	constructor(container, archiveBudget, warnings) {
		[this.#container, this.#archiveBudget, this.#warnings] = [
			container,
			archiveBudget,
			warnings
		];
	}
	async *members() {
		this.#index = await readPackIndex(this.#container, this.#warnings);
		const { objects, deltas } = this.#index;
		for (const entry of objects) {
			yield* this.#readFamily(entry);
			if (this.#archiveBudget.isSpent || this.#built > MOST_BUILT) return;
		}
		for (const entry of [...deltas.values()].flat()) {
			this.#warnings.add("without-base");
			const unpacked = entry.size > 16777216 ? null : unpackEntry(this.#container, entry);
			if (unpacked) yield* this.#read({
				...unpacked,
				at: entry.at,
				name: () => "(delta)"
			}, takeInsertions(unpacked.content));
			if (this.#archiveBudget.isSpent) return;
		}
	}
	async *#readFamily(entry) {
		if (entry.size > 16777216) return yield* this.#readLarge(entry);
		const unpacked = unpackEntry(this.#container, entry);
		if (!unpacked) return this.#warnings.add("damaged");
		const { type, at } = entry;
		const root = {
			type,
			at,
			...unpacked
		};
		yield* this.#read({
			...root,
			name: () => this.#nameOf(root)
		}, [root.content]);
		const stack = [this.#startFamily(root)];
		while (!this.#archiveBudget.isSpent) {
			const top = stack.at(-1);
			if (!top) return;
			const delta = top.deltas.pop();
			if (delta) {
				const child = yield* this.#readDelta(top.object, delta);
				if (this.#built > MOST_BUILT) return;
				if (child) stack.push(this.#startFamily(child));
			} else {
				this.#waiting -= top.object.content.length;
				stack.pop();
			}
		}
	}
	async *#readDelta(base, entry) {
		const unpacked = entry.size > 16777216 ? null : unpackEntry(this.#container, entry);
		const result = unpacked && buildFromDelta(base.content, unpacked.content);
		if (!unpacked || !result) {
			this.#warnings.add("damaged");
			return null;
		}
		const { content } = result;
		this.#built += content.length;
		if (this.#built > MOST_BUILT || this.#waiting + content.length > MOST_WAITING) {
			this.#warnings.add("too-much");
			return null;
		}
		const object = {
			type: base.type,
			at: entry.at,
			end: unpacked.end,
			content
		};
		const isArchive = identifyArchive(content.subarray(0, 512)) !== null;
		yield* this.#read({
			...object,
			name: () => this.#nameOf(object)
		}, isArchive ? [content] : takeNewParts(result));
		return object;
	}
	#startFamily(object) {
		const { deltas, hasNamed } = this.#index;
		this.#waiting += object.content.length;
		const keys = hasNamed ? [object.at, this.#idOf(object)] : [object.at];
		const own = keys.flatMap((key) => deltas.get(key) ?? []);
		for (const key of keys) deltas.delete(key);
		return {
			object,
			deltas: own
		};
	}
	async *#read({ at, end, name }, pieces) {
		if (!this.#archiveBudget.mayOpenMember()) return;
		const { size } = this.#container;
		const archiveBudget = this.#archiveBudget;
		async function* content() {
			for (const piece of pieces) {
				const granted = archiveBudget.grant(piece, size);
				if (granted.length > 0) yield granted;
				if (archiveBudget.isSpent) return;
			}
		}
		yield {
			get name() {
				return name();
			},
			chunks: content(),
			offset: at,
			length: end - at
		};
	}
	async *#readLarge({ at, data, type }) {
		if (this.#index.deltas.delete(at)) this.#warnings.add("too-much");
		if (!this.#archiveBudget.mayOpenMember()) return;
		const chunks = unpackRange({
			start: data + ZLIB_HEADER$1,
			end: this.#container.size,
			compression: "deflate"
		}, this.#container, this.#archiveBudget);
		yield {
			name: `(git ${type})`,
			chunks,
			offset: at,
			length: 0
		};
	}
	#nameOf(object) {
		return `(${object.type} ${this.#idOf(object)})`;
	}
	#idOf({ type, content }) {
		return createHash(this.#index.algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
	}
};
const MOST_BUILT = 536870912;
const MOST_WAITING = 67108864;
const ZLIB_HEADER$1 = 2;
// src/detect/archives/pdf/pdf-text.ts
const MOST_TEXT = 4194304;
const PIECE = 16384;
const LONGEST_STRING = 65536;
const BLANK = -200;
const MOVES = /* @__PURE__ */ new Set([
	"BT",
	"ET",
	"Td",
	"TD",
	"Tm",
	"T*"
]);
function createTable(characters) {
	const table = /* @__PURE__ */ new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
	return table;
}
const DELIMITERS = createTable("\0	\n\f\r ()<>[]{}/%");
const [IN_LITERAL, IN_HEX, IN_COMMENT] = [
	createTable("()\\"),
	createTable("<>"),
	createTable("\n\r")
];
function findFirst(text, from, table) {
	let at = from;
	while (at < text.length && table[text.charCodeAt(at)] === 0) at += 1;
	return at;
}
const BEGINS = {
	"(": "literal",
	"<": "hex",
	"%": "comment"
};
var PdfText = class {
	#state = "operators";
	#token = "";
	#depth = 0;
	#isEscaped = false;
	#isInArray = false;
	#operand = "";
	#line = "";
	#pieces = [];
	#kept = 0;
	length = 0;
	get isFull() {
		return this.#kept > MOST_TEXT;
	}
	add(bytes) {
		const text = bytes.toString("latin1");
		this.length += bytes.length;
		for (let at = 0; at < text.length;) at = this.#readFrom(text, at);
	}
	#readFrom(text, at) {
		switch (this.#state) {
			case "operators": return this.#readOperators(text, at);
			case "literal": return this.#readLiteral(text, at);
			case "hex": return this.#readHex(text, at);
			case "image":
				this.#readImage(text.charAt(at));
				return at + 1;
			case "comment": {
				const end = findFirst(text, at, IN_COMMENT);
				if (end < text.length) this.#state = "operators";
				return end + 1;
			}
			default: return this.#state;
		}
	}
	end() {
		this.#endToken();
		this.#show(this.#operand, 0);
		return this.#pieces;
	}
	#readOperators(text, at) {
		const end = findFirst(text, at, DELIMITERS);
		if (end > at) this.#token += text.slice(at, Math.min(end, at + LONGEST_STRING - this.#token.length));
		if (end === text.length) return end;
		const character = text.charAt(end);
		this.#endToken();
		this.#state = BEGINS[character] ?? this.#state;
		this.#depth = 1;
		if (character === "/") this.#token = character;
		if (character === "[" || character === "]") this.#isInArray = character === "[";
		return end + 1;
	}
	#endToken() {
		const token = this.#token;
		this.#token = "";
		if (token === "" || token.startsWith("/")) return;
		const number = Number(token);
		if (Number.isNaN(number)) this.#endOperator(token);
		else if (this.#isInArray && number < BLANK && this.#operand !== "") this.#operand += " ";
	}
	#endOperator(operator) {
		const isShown = [
			"Tj",
			"TJ",
			"'",
			"\""
		].includes(operator);
		const isApart = MOVES.has(operator) || this.#operand !== "" && !operator.startsWith("T");
		this.#show(`${isApart ? "\n" : ""}${this.#operand}${isApart && !isShown ? "\n" : ""}`);
		[this.#operand, this.#isInArray] = ["", false];
		if (operator === "ID") this.#state = "image";
	}
	#readLiteral(text, at) {
		const end = this.#isEscaped ? at : findFirst(text, at, IN_LITERAL);
		if (end > at) return this.#keep(text, at, end);
		const character = text.charAt(at);
		if (!this.#isEscaped && character === "(") this.#depth += 1;
		if (!this.#isEscaped && character === ")") this.#depth -= 1;
		this.#isEscaped = !this.#isEscaped && character === "\\";
		if (this.#depth > 0) return this.#keep(text, at, at + 1);
		this.#endString(unescape(this.#token));
		return at + 1;
	}
	#readHex(text, at) {
		const end = findFirst(text, at, IN_HEX);
		if (end > at) {
			this.#token += text.slice(at, end).replaceAll(/[^0-9A-Fa-f]+/g, "");
			if (this.#token.length > LONGEST_STRING) this.#endString("");
			return end;
		}
		const digits = this.#token + (this.#token.length % 2 ? "0" : "");
		this.#endString(text.charAt(at) === ">" ? Buffer.from(digits, "hex").toString("latin1") : "");
		return at + 1;
	}
	#readImage(character) {
		this.#token = (this.#token + character).slice(-4);
		if (/^\sEI\s$/.test(this.#token)) this.#endString("");
	}
	#keep(text, at, end) {
		const most = at + LONGEST_STRING - this.#token.length;
		this.#token += text.slice(at, Math.min(end, most));
		if (end <= most) return end;
		this.#endString("");
		return most + 1;
	}
	#endString(text) {
		[this.#state, this.#token, this.#isEscaped] = [
			"operators",
			"",
			false
		];
		if (this.#operand.length < LONGEST_STRING) this.#operand += text;
	}
	#show(text, piece = PIECE) {
		this.#line += text;
		if (this.#line.length <= piece) return;
		const bytes = Buffer.from(this.#line.replaceAll(/\n+/g, "\n"), "latin1");
		this.#kept += bytes.length;
		this.#line = "";
		if (!this.isFull) this.#pieces.push(bytes);
	}
};
const ESCAPED = {
	n: "\n",
	r: "\r",
	t: "	",
	b: "\b",
	f: "\f"
};
function unescape(literal) {
	if (!literal.includes("\\")) return literal;
	return literal.replaceAll(/\\(?:([0-7]{1,3})|\r\n?|\n|([^]))/g, (_, octal, letter = "") => octal === void 0 ? ESCAPED[letter] ?? letter : String.fromCharCode(Number.parseInt(octal, 8) & 255));
}
// src/detect/archives/pdf/pdf.ts
var pdf_exports = /* @__PURE__ */ __exportAll({ readPdf: () => readPdf });
async function* readPdf(input, archiveBudget, warnings) {
	const finder = new StreamFinder(input);
	let [damaged, read] = [0, 0];
	for (let head = await finder.next(); head && archiveBudget.mayOpenMember(); head = await finder.next()) {
		const start = await input.takeExactly(ZLIB_HEADER);
		input.putBack(start);
		const coding = identifyCoding(head.dictionary, start);
		if (coding === "unknown") warnings.add("unknown-packing");
		if (typeof coding === "string") continue;
		const isAttached = ATTACHED.test(head.dictionary);
		const isText = !isAttached && read < MOST_READ;
		const stream = new PdfStream(input, coding, archiveBudget, isText ? new PdfText() : null);
		yield* readStream(stream, head.name, input);
		read += stream.text?.length ?? 0;
		if (stream.isDamaged) damaged += 1;
		if (stream.text?.isFull || !isText && !isAttached) warnings.add("too-much");
		if (damaged > MOST_DAMAGED) warnings.add("too-many");
		if (archiveBudget.isSpent || damaged > MOST_DAMAGED) break;
	}
	warnings.add(finder.isLocked ? "locked" : "damaged", damaged);
}
const MOST_READ = 67108864;
const MOST_DAMAGED = 2e3;
async function* readStream(stream, name, input) {
	const offset = input.offset;
	const content = stream.content();
	try {
		if (stream.isPacked || stream.text === null) yield {
			name,
			chunks: lendIterator(content),
			offset,
			get length() {
				return input.offset - offset;
			}
		};
		for await (const _ of content);
	} finally {
		await content.return(void 0);
	}
	const text = stream.text?.end() ?? [];
	if (text.length > 0) yield {
		name,
		chunks: stream.granted(text),
		offset,
		length: input.offset - offset
	};
}
var PdfStream = class {
	text;
	#input;
	#coding;
	#archiveBudget;
	#isDamaged = false;
	constructor(input, coding, archiveBudget, text) {
		[this.#input, this.#coding, this.#archiveBudget, this.text] = [
			input,
			coding,
			archiveBudget,
			text
		];
	}
	get isPacked() {
		return this.#coding.isDeflated || this.#coding.isBase85;
	}
	get isDamaged() {
		return this.#isDamaged;
	}
	async *content() {
		const { isBase85, isDeflated } = this.#coding;
		const stored = takeStream(this.#input);
		const bytes = isBase85 ? decodeBase85(stored) : stored;
		yield* this.granted(isDeflated ? this.#inflated(bytes) : bytes, (granted) => this.text?.add(granted));
	}
	async *granted(pieces, read = () => {}) {
		for await (const piece of pieces) {
			const granted = this.#archiveBudget.grant(piece, this.#input.offset);
			read(granted);
			if (granted.length > 0) yield granted;
			if (this.#archiveBudget.isSpent) return;
		}
	}
	async *#inflated(packed) {
		const [first, second] = [await packed.next(), await packed.next()];
		const whole = first.done || !second.done || first.value.length > 65536 ? null : first.value;
		const unpacked = whole && isZlib(whole.subarray(0, ZLIB_HEADER)) ? unpackAtOnce(whole.subarray(ZLIB_HEADER)) : null;
		if (unpacked) yield unpacked.bytes;
		else yield* this.#inflatePieces(chain([first, second], packed));
	}
	async *#inflatePieces(packed) {
		const unpacker = new Unpacker("deflate");
		let header = Buffer.alloc(0);
		try {
			for await (const piece of packed) {
				const missing = ZLIB_HEADER - header.length;
				header = Buffer.concat([header, piece.subarray(0, missing)]);
				yield* unpacker.add(piece.subarray(missing));
			}
			yield* unpacker.finish();
			this.#isDamaged = unpacker.state !== "ended" || !isZlib(header);
		} finally {
			unpacker.close();
		}
	}
};
async function* chain(taken, rest) {
	for (const { done, value } of taken) if (!done) yield value;
	yield* rest;
}
const READABLE = /^(?:(ASCII85Decode|A85) ?)?(FlateDecode|Fl)?$/;
const PICTURE = /\b(?:DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)\b/;
const WITHOUT_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Type\s*\/XRef\b/;
const PREDICTED = /\/Predictor\s+(?:[2-9]|1\d)/;
function identifyCoding(dictionary, start) {
	if (WITHOUT_TEXT.test(dictionary) && !ATTACHED.test(dictionary)) return "without-text";
	const [, value = ""] = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
	if (/^\d/.test(value)) {
		if (isZlib(start)) return {
			isBase85: false,
			isDeflated: true
		};
		return ["ffd8", "0000"].includes(start.toString("hex")) ? "without-text" : "unknown";
	}
	const filters = Array.from(value.matchAll(/\/([^\s/<>[\]()]+)/g), ([, name = ""]) => name).join(" ").replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
	if (PICTURE.test(filters)) return "without-text";
	const known = PREDICTED.test(dictionary) ? null : READABLE.exec(filters);
	return known ? {
		isBase85: known[1] !== void 0,
		isDeflated: known[2] !== void 0
	} : "unknown";
}
const ATTACHED = /\/EmbeddedFile\b/;
const ZLIB_HEADER = 2;
function isZlib(start) {
	return start.length === ZLIB_HEADER && ((start[0] ?? 0) & 15) === 8 && start.readUInt16BE(0) % 31 === 0;
}
const END = Buffer.from("endstream");
async function* takeStream(input) {
	let kept = Buffer.alloc(0);
	for (;;) {
		const piece = await input.take();
		const all = piece ? Buffer.concat([kept, piece]) : kept;
		const at = all.indexOf(END);
		const until = at >= 0 ? at : piece ? Math.max(0, all.length - END.length) : all.length;
		if (at >= 0) input.putBack(all.subarray(at));
		if (until > 0) yield all.subarray(0, until);
		if (at >= 0 || !piece) return;
		kept = all.subarray(until);
	}
}
async function* decodeBase85(pieces) {
	let rest = "";
	for await (const piece of pieces) {
		const [text = "", ...after] = piece.toString("latin1").split("~");
		const digits = rest + text.replaceAll(/[^!-uz]/g, "").replaceAll("z", "!!!!!");
		rest = digits.slice(digits.length - digits.length % 5);
		yield parseBase85(digits);
		if (after.length > 0) break;
	}
	if (rest !== "") yield parseBase85(rest.padEnd(5, "u")).subarray(0, rest.length - 1);
}
function parseBase85(digits) {
	const bytes = Buffer.alloc(Math.floor(digits.length / 5) * 4);
	for (let at = 0; at < bytes.length / 4; at += 1) {
		const value = [
			0,
			1,
			2,
			3,
			4
		].reduce((sum, place) => sum * 85 + digits.charCodeAt(5 * at + place) - 33, 0);
		bytes.writeUInt32BE(value % 2 ** 32, 4 * at);
	}
	return bytes;
}
const LONGEST_DICTIONARY = 8192;
const KEYWORD = Buffer.from("stream");
var StreamFinder = class {
	#input;
	#isLocked = false;
	constructor(input) {
		this.#input = input;
	}
	get isLocked() {
		return this.#isLocked;
	}
	async next() {
		let window = Buffer.alloc(0);
		for (let from = 0;;) {
			const piece = await this.#input.take();
			if (piece) window = window.length === 0 ? piece : Buffer.concat([window, piece]);
			for (let at = window.indexOf(KEYWORD, from); at >= 0; at = window.indexOf(KEYWORD, at + 1)) {
				const after = at + KEYWORD.length;
				if (piece && after + 2 > window.length) break;
				const lineEnd = measureLineEnd(window, after);
				const head = lineEnd > 0 ? parseHeadBefore(window, at) : null;
				if (!head) continue;
				this.#look(window.subarray(0, at));
				this.#input.putBack(window.subarray(after + lineEnd));
				return head;
			}
			this.#look(window);
			if (!piece) return null;
			const done = Math.max(0, window.length - LONGEST_DICTIONARY);
			window = window.subarray(done);
			from = Math.max(0, window.length - KEYWORD.length - 2);
		}
	}
	#look(bytes) {
		this.#isLocked ||= /\/Encrypt\s*(?:\d|<<)/.test(bytes.toString("latin1"));
	}
};
function measureLineEnd(bytes, at) {
	if (bytes[at] === 13) return bytes[at + 1] === 10 ? 2 : 1;
	return bytes[at] === 10 ? 1 : 0;
}
function endsDictionary(bytes, end) {
	let at = end;
	while (end - at < 16 && [
		32,
		9,
		10,
		13,
		12
	].includes(bytes[at - 1] ?? 0)) at -= 1;
	return bytes[at - 1] === 62 && bytes[at - 2] === 62;
}
function parseHeadBefore(window, end) {
	if (!endsDictionary(window, end)) return null;
	const text = window.toString("latin1", Math.max(0, end - LONGEST_DICTIONARY), end);
	const at = text.lastIndexOf(" obj");
	const object = at < 0 ? null : /(\d{1,10})\s+\d{1,5}$/.exec(text.slice(Math.max(0, at - 20), at));
	return {
		name: object ? `(object ${object[1]})` : "(stream)",
		dictionary: at < 0 ? text : text.slice(at)
	};
}
// src/detect/archives/stored/stored-file.ts
async function* readStoredFile(name, size, input, warnings) {
	let left = size;
	async function* content() {
		while (left > 0) {
			const piece = await input.take(left);
			if (!piece) return;
			left -= piece.length;
			yield piece;
		}
	}
	yield {
		name: truncateName(name),
		chunks: lendIterator(content()),
		offset: input.offset,
		length: size
	};
	if (await input.skip(left) < left) warnings.add("damaged");
	left = 0;
}
// src/detect/archives/stored/ar.ts
var ar_exports = /* @__PURE__ */ __exportAll({ readAr: () => readAr });
const [MAGIC, HEADER$1] = [8, 60];
const LONGEST_TABLE = 1048576;
const LONGEST_NAME = 4096;
async function* readAr(input, archiveBudget, warnings) {
	await input.skip(MAGIC);
	let table = Buffer.alloc(0);
	for (;;) {
		const block = await input.takeExactly(HEADER$1);
		const header = parseArHeader(block);
		if (!header) {
			input.putBack(block);
			if (block.length > 0 && block.length < HEADER$1) warnings.add("damaged");
			return;
		}
		const { name, size } = header;
		const own = Math.min(size, measureNameBefore(name));
		const before = await input.takeExactly(own);
		if (name === "//") {
			table = await input.takeExactly(Math.min(size, LONGEST_TABLE));
			await input.skip(size - table.length);
		} else if (SYMBOLS.test(name)) await input.skip(size - own);
		else {
			if (!archiveBudget.mayOpenMember()) return;
			yield* readStoredFile(resolveName(name, before, table), size - own, input, warnings);
		}
		await input.skip(size % 2);
	}
}
const SYMBOLS = /^(?:\/|\/SYM64\/|__\.SYMDEF.*)$/;
function parseArHeader(block) {
	const [, name, size] = /^(.{16}).{32}(\d{1,10}) *`\n$/s.exec(block.toString("latin1")) ?? [];
	return name === void 0 ? null : {
		name: name.trimEnd(),
		size: Number(size)
	};
}
function measureNameBefore(name) {
	return Math.min(LONGEST_NAME, Number(/^#1\/(\d{1,5})$/.exec(name)?.[1] ?? 0));
}
function resolveName(name, before, table) {
	if (before.length > 0) return before.toString("utf8").replace(/\0+$/, "");
	const [, at] = /^\/(\d{1,7})$/.exec(name) ?? [];
	const long = at === void 0 ? "" : table.toString("utf8", Number(at), Number(at) + LONGEST_NAME);
	return (long === "" ? name : long.split(/[\n\0]/, 1)[0] ?? name).replace(/\/$/, "");
}
// src/detect/archives/stored/cpio.ts
var cpio_exports = /* @__PURE__ */ __exportAll({ readCpio: () => readCpio });
async function* readCpio(input, archiveBudget, warnings) {
	for (let isAfterEnd = false;;) {
		const start = await input.takeExactly(110);
		const header = parseCpioHeader(start);
		if (!header) {
			const zeros = isAfterEnd ? countZeros(start) : 0;
			input.putBack(start.subarray(zeros));
			if (zeros > 0) continue;
			if (!isAfterEnd) warnings.add("damaged");
			return;
		}
		input.putBack(start.subarray(header.length));
		const name = (await input.takeExactly(header.name)).toString("utf8").replace(/\0[^]*$/, "");
		await input.skip(measurePadding(header, header.length + header.name));
		isAfterEnd = name === "TRAILER!!!";
		if (header.isFile && header.size > 0) {
			if (!archiveBudget.mayOpenMember()) return;
			yield* readStoredFile(name, header.size, input, warnings);
		} else await input.skip(header.size);
		await input.skip(measurePadding(header, header.size));
	}
}
function measurePadding({ unit }, length) {
	return (unit - length % unit) % unit;
}
function countZeros(bytes) {
	const end = bytes.findIndex((byte) => byte !== 0);
	return end < 0 ? bytes.length : end;
}
// src/detect/archives/stored/rpm.ts
var rpm_exports = /* @__PURE__ */ __exportAll({ readRpm: () => readRpm });
const [LEAD, HEADER] = [96, 16];
async function* readRpm(input, archiveBudget, warnings) {
	await input.skip(LEAD);
	for (const unit of [8, 1]) {
		const header = await input.takeExactly(HEADER);
		if (header.length < HEADER || header.readUInt32BE(0) !== 2393761793) return warnings.add("damaged");
		const size = 16 * header.readUInt32BE(8) + header.readUInt32BE(12);
		await input.skip(size + (unit - size % unit) % unit);
	}
	if (!archiveBudget.mayOpenMember()) return;
	async function* content() {
		for (let piece = await input.take(); piece; piece = await input.take()) yield piece;
	}
	const offset = input.offset;
	yield {
		name: "(payload)",
		chunks: lendIterator(content()),
		offset,
		get length() {
			return input.offset - offset;
		}
	};
}
// src/detect/archives/stored/tar.ts
var tar_exports = /* @__PURE__ */ __exportAll({ readTar: () => readTar });
const LONGEST_RECORDS = 65536;
async function* readTar(input, archiveBudget, warnings) {
	let records = {};
	let isAfterEnd = false;
	for (;;) {
		const block = await input.takeExactly(512);
		if (block.length === 0) return;
		const header = parseTarHeader(block);
		if (!header) {
			if (isZero(block)) isAfterEnd = true;
			else if (!isAfterEnd) warnings.add("damaged");
			if (isZero(block)) continue;
			input.putBack(block);
			return;
		}
		isAfterEnd = false;
		if (DESCRIBES_NEXT.has(header.type)) {
			records = {
				...records,
				...await readRecords(header, input)
			};
			continue;
		}
		while (header.isSparse && (await input.takeExactly(512))[504] === 1);
		const { size = header.size, name = header.name } = records;
		records = {};
		if (HAS_BYTES.has(header.type) && size > 0) {
			if (!archiveBudget.mayOpenMember()) return;
			yield* readStoredFile(name, size, input, warnings);
		} else if (!WITHOUT_BYTES.has(header.type)) await input.skip(size);
		await input.skip(padding(header, size));
	}
}
const HAS_BYTES = /* @__PURE__ */ new Set([
	"0",
	"7",
	"S"
]);
const WITHOUT_BYTES = /* @__PURE__ */ new Set([
	"1",
	"2",
	"3",
	"4",
	"5",
	"6"
]);
const DESCRIBES_NEXT = /* @__PURE__ */ new Set([
	"L",
	"x",
	"X"
]);
function padding({ type }, size) {
	return WITHOUT_BYTES.has(type) ? 0 : (512 - size % 512) % 512;
}
async function readRecords(header, input) {
	const bytes = await input.takeExactly(Math.min(header.size, LONGEST_RECORDS));
	await input.skip(header.size - bytes.length + padding(header, header.size));
	return header.type === "L" ? { name: readTextField(bytes) } : parsePaxRecords(bytes);
}
function parsePaxRecords(bytes) {
	const records = {};
	for (let at = 0; at < bytes.length;) {
		const count = Number(/^\d{1,6}(?= )/.exec(bytes.toString("latin1", at, at + 7))?.[0] ?? 0);
		if (count < 5) break;
		const record = bytes.toString("utf8", at, at + count - 1);
		const [, keyword, value = ""] = /^\d+ (path|size)=([^]*)$/.exec(record) ?? [];
		if (keyword === "path") records.name = value;
		if (keyword === "size" && /^\d{1,15}$/.test(value)) records.size = Number(value);
		at += count;
	}
	return records;
}
function isZero(block) {
	return block.every((byte) => byte === 0);
}
// src/detect/archives/zip/zip.ts
var zip_exports = /* @__PURE__ */ __exportAll({ readZip: () => readZip });
async function* readZip(input, archiveBudget, warnings, budget) {
	const container = new BufferedContainer(budget);
	try {
		for (let bytes = await input.take(); bytes; bytes = await input.take()) if (!container.add(bytes)) return warnings.add("too-large");
		const reader = new ZipReader(container, archiveBudget, warnings);
		yield* reader.members();
		if (!reader.isListed) warnings.add("listing");
	} finally {
		container.release();
	}
}
export { Sieve, ar_exports, brotli_start_exports, compressed_stream_exports, cpio_exports, embedded_exports, git_pack_exports, pdf_exports, rpm_exports, tar_exports, zip_exports, zlib_start_exports };
