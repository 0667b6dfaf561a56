#!/bin/sh
# Makes the folders of the Compose cluster as its institutions would: each inits its node, one
# assembles the genesis, every member signs it. Runs once; later starts find the work done.
set -eu
cluster=/cluster
nodes="node-1 node-2 node-3 node-4"
[ -f "$cluster/shared/done" ] && { echo "the cluster is set up already"; exit 0; }

for name in $nodes gateway; do
  # What an interrupted earlier run left.
  find "$cluster/$name" -mindepth 1 -delete
  role=validator
  [ "$name" = gateway ] && role=observer
  cartorio init --dir "$cluster/$name" --network compose --name "Member of $name" --role "$role" \
    --address "/dns4/$name/tcp/7300" --rpc-host 0.0.0.0
done
genesis="$cluster/shared/genesis.json"
rm -f "$genesis"
members=""
for name in $nodes gateway; do members="$members $cluster/$name/member.json"; done
# shellcheck disable=SC2086
cartorio genesis new --network compose --member $members --out "$genesis" \
  ${CARTORIO_PARAMETERS:+--parameter $CARTORIO_PARAMETERS}
for name in $nodes gateway; do
  cartorio genesis sign --genesis "$genesis" --key "$cluster/$name/keys/member.key"
done
cartorio genesis verify --genesis "$genesis"
for name in $nodes gateway; do
  cp "$genesis" "$cluster/$name/config/genesis.json"
  chown -R node:node "$cluster/$name"
done
touch "$cluster/shared/done"
echo "the cluster is set up"
