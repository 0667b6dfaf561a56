// Hand-written. util.Long must go before the generated code loads: its prototype defaults are made at
// load, and without it 64-bit fields are plain numbers (all ours are at most 2^53-1). util.Buffer goes
// too, so that Node and browsers run the same reader and writer and no Buffer leaves this package.
import protobuf from "protobufjs/minimal.js";
protobuf.util.Long = undefined;
protobuf.util.Buffer = null;
protobuf.configure();
export default protobuf;
