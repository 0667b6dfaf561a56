/**
 * Things of the example network that the tests build from fixed seeds, so that the examples in the
 * method table are calls that work there. A test says what to write here when a format changes. On a live
 * cluster other values stand for them: test/cluster/example-chain.ts.
 */
export const exampleValues: ExampleValues = {
  did: "did:cartorio:example:zQmchziYd9dWpem6ffDD82ba6bozynPCf4YokCutsBoYwiV",
  transactionId: "00609e964b7e3586f4d977e25e9a8a50cf8598c199c56a084ded5c6d57d7dbb0",
  envelope:
    "CsYCCiBz86DUAr2RXhUJJa6S8pfDEjfboM1GLhqaLBE9eNnUgxJsCkRkaWQ6Y2FydG9yaW86ZXhhbXBs" +
    "ZTp6UW1jaHppWWQ5ZFdwZW02ZmZERDgyYmE2Ym96eW5QQ2Y0WW9rQ3V0c0JvWXdpVhIi7QH_mWni-6BN" +
    "p4Z4HGfbWwfQVr7v9fKFYAGZt0euGG_F0RgBGMCfj7e3MyIQI9Qb8C8LE31KSMgK8YCj4iqaAQqXAQoQ" +
    "WYVxNuwz3RBEhnJKM4LvVhImCiLtAf-ZaeL7oE2nhngcZ9tbB9BWvu_18oVgAZm3R64Yb8XREAEaWwoo" +
    "CAESIu0B_5lp4vugTaeGeBxn21sH0Fa-7_XyhWABmbdHrhhvxdEYAxIvCgljYXRhbG9ndWUSDUxpbmtl" +
    "ZERvbWFpbnMaE2h0dHBzOi8vdW5pLmV4YW1wbGUSQMOIm56iOVmH7diZ123XDAmxZgoeBK39hb3Ec6uz" +
    "B6QoEBoVok2xwtWZbTx-lT4oW7hcy2PQ9mGZYsE7GupMRwI",
  commitment: "9ad49d6701fa5c62fa2dfb6025709f933af289519ccc87ae8d7811f1a24ec93a",
  headerHash: "09ad0f11866d0a657c896151d209cf1a27658b8f1d948ee1a0bfb357e30e9bcd",
  proposal: "cb27ac333e4339d30097b53e432bc2149fd47c9d8f700f1435e35ae08feebf31",
  publisher: "did:cartorio:example:zQmZNr166SEPGBkmmyCNFqZPnQkDHtekh5kto5cSf5cRepa",
  schema: "0fdda13a94a05ac773b437cbb699effb1a4ecf563133f1d46166edc3de5ddb40",
};

export interface ExampleValues {
  readonly did: string;
  readonly transactionId: string;
  readonly envelope: string;
  readonly commitment: string;
  readonly publisher: string;
  readonly schema: string;
  readonly headerHash: string;
  readonly proposal: string;
}
