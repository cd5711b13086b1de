-- What binds an entry of the trail is computed in one expression: the loop over 64 bytes took three times as long, for each
-- look and each message.

create function hmac_key(secret bytea, pad bigint) returns bytea language sql immutable strict
return int8send(('x' || encode(substr(secret, 1, 8), 'hex'))::bit(64)::bigint # pad)
    || int8send(('x' || encode(substr(secret, 9, 8), 'hex'))::bit(64)::bigint # pad)
    || int8send(('x' || encode(substr(secret, 17, 8), 'hex'))::bit(64)::bigint # pad)
    || int8send(('x' || encode(substr(secret, 25, 8), 'hex'))::bit(64)::bigint # pad)
    || int8send(pad) || int8send(pad) || int8send(pad) || int8send(pad);
comment on function hmac_key(bytea, bigint) is 'A secret of at most 32 bytes, filled up to 64 with zeros and combined with a pad of 8 bytes that is repeated (RFC 2104).';

create or replace function hmac_sha256(secret bytea, message bytea) returns bytea language sql immutable strict
-- The pads are 0x5c and 0x36, eight times each.
return sha256(hmac_key(secret, 6655295901103053916) || sha256(hmac_key(secret, 3906369333256140342) || message));
comment on function hmac_sha256(bytea, bytea) is 'RFC 2104 with SHA-256, for secrets of at most 32 bytes: those of the trail have 32.';
