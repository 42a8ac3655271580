-- Append the events of one command, all or none, once.
-- KEYS: log (stream), ids (hash). ARGV: expected version or '', at, id, by, digest or '', event...
-- Answers {outcome, first version, last version, at}.
local log, ids = KEYS[1], KEYS[2]
local expected, at, id, by, digest = unpack(ARGV, 1, 5)

local before = digest ~= '' and redis.call('HGET', ids, id)
if before then
  local of, first, last = string.match(before, '^(.*):(%d+):(%d+)$')
  return {of == digest and 'replayed' or 'reused', tonumber(first), tonumber(last), ''}
end

local version, hash = 0, ''
local tail = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
if tail then
  version = tonumber(string.match(tail[1], '^%d+'))
  local fields = {}
  for i = 1, #tail[2], 2 do fields[tail[2][i]] = tail[2][i + 1] end
  hash = fields.h
  -- A clock set back must not make the log run backwards, save where that is what is told.
  local corrects = string.find(ARGV[6], '"clock_corrected"', 1, true)
  if fields.at > at and not corrects then at = fields.at end
end
if expected ~= '' and tonumber(expected) ~= version then
  return {'conflict', version, version, ''}
end

local first = version + 1
for i = 6, #ARGV do
  version = version + 1
  hash = redis.sha1hex(table.concat({hash, version, at, id, by, ARGV[i]}, '\n'))
  redis.call('XADD', log, version .. '-0', 'at', at, 'id', id, 'by', by, 'e', ARGV[i], 'h', hash)
end
if digest ~= '' then
  redis.call('HSET', ids, id, digest .. ':' .. first .. ':' .. version)
end
return {'stored', first, version, at}
