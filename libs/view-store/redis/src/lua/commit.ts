import { ENTRIES } from './entries.js';
import { RUN } from './generations.js';

/**
 * One commit. KEYS[1] is the build; ARGV: expected position, new position, its moment, fencing token, id of this commit,
 * what stands behind the names of fields of the part; then the youths (id, number of values, key and value of each) and the failures
 * (id, dead letter), each list after its length.
 *
 * A script is one step to everybody else, in the append-only file and on replicas. Order of writing: indexes and tallies, then
 * rows, then the checkpoint.
 */
export const COMMIT = `
${RUN}
local base = KEYS[1]
local part = ARGV[6]
local at = redis.call('HMGET', base, 'position' .. part, 'fence' .. part, 'commit' .. part, 'selections', 'run', 'closed')
if not at[1] then return 'gone' end
if at[3] == ARGV[5] then return 'committed' end
-- While a build is filled its position says nothing of what is there: another server may miss the end of it.
if at[1] == '0' and at[2] == '0' and at[5] ~= runOfServer() then return 'lost' end
if at[6] or at[1] ~= ARGV[1] or at[2] ~= ARGV[4] then return 'stale' end

local selections = cjson.decode(at[4])
local next = 6
local function take() next = next + 1; return ARGV[next] end
local adds, removes = {}, {}

local function put(lists, index, member)
  local list = lists[index]
  if not list then list = {}; lists[index] = list end
  list[#list + 1] = member
end

${ENTRIES}

local function add(youth, key, head)
  countEnd(head, 1)
  forSelections(youth, key, head, function(name, member)
    if member then put(adds, ':i:' .. head:sub(1, 4) .. ':' .. name, member) end
    count(name, head, 1)
  end)
end
local function remove(youth, key, head)
  countEnd(head, -1)
  forSelections(youth, key, head, function(name, member)
    if member then put(removes, ':i:' .. head:sub(1, 4) .. ':' .. name, member) end
    count(name, head, -1)
  end)
end

local function headOf(value) return value:match('^[^\\n]*') end

local function change(youth, key, before, after)
  if before == after then return end
  countEnd(before, -1)
  countEnd(after, 1)
  local old = {}
  forSelections(youth, key, before, function(name, member)
    if member then old[':i:' .. before:sub(1, 4) .. ':' .. name] = member end
    count(name, before, -1)
  end)
  forSelections(youth, key, after, function(name, member)
    count(name, after, 1)
    local index = ':i:' .. after:sub(1, 4) .. ':' .. name
    if not member or old[index] == member then old[index] = nil return end
    put(adds, index, member)
  end)
  for index, member in pairs(old) do put(removes, index, member) end
end

local function inParts(list, size, work)
  for first = 1, #list, size do work(first, math.min(first + size - 1, #list)) end
end

local writes = {}
local function replace(youth, count)
  local hash = base .. ':y:' .. youth
  local stored = redis.call('HGETALL', hash)
  local old, set, gone = {}, {}, {}
  for i = 1, #stored, 2 do old[stored[i]] = stored[i + 1] end
  for _ = 1, count do
    local key, value = take(), take()
    if old[key] ~= value then
      -- Under the empty key is what the rows share.
      if key ~= '' and old[key] then change(youth, key, headOf(old[key]), headOf(value)) elseif key ~= '' then add(youth, key, headOf(value)) end
      set[#set + 1] = key
      set[#set + 1] = value
    end
    old[key] = nil
  end
  for key, value in pairs(old) do
    if key ~= '' then remove(youth, key, headOf(value)) end
    gone[#gone + 1] = key
  end
  writes[#writes + 1] = { youth = youth, hash = hash, set = set, gone = gone, first = #stored == 0 and count > 0, last = #stored > 0 and count == 0 }
end

local answered = {}
for _ = 1, tonumber(take()) do
  local youth = take()
  answered[#answered + 1] = youth
  replace(youth, tonumber(take()))
end

local named, unnamed = {}, {}
for index, members in pairs(removes) do
  inParts(members, 1000, function(first, last) redis.call('ZREM', base .. index, unpack(members, first, last)) end)
  if not adds[index] and redis.call('EXISTS', base .. index) == 0 then
    unnamed[#unnamed + 1] = index
  end
end
for index, members in pairs(adds) do
  named[#named + 1] = index
  inParts(members, 1000, function(first, last)
    local scored = {}
    for i = first, last do scored[#scored + 1] = 0; scored[#scored + 1] = members[i] end
    redis.call('ZADD', base .. index, unpack(scored))
  end)
end
-- Gives whether anything is there afterwards.
local function addUp(hash, deltas, isThere)
  local periods, set, gone = {}, {}, {}
  for period, delta in pairs(deltas) do if delta ~= 0 then periods[#periods + 1] = period end end
  inParts(periods, 500, function(first, last)
    local stored = isThere and redis.call('HMGET', hash, unpack(periods, first, last)) or {}
    for i = first, last do
      local sum = tonumber(stored[i - first + 1] or 0) + deltas[periods[i]]
      if sum == 0 then gone[#gone + 1] = periods[i] else set[#set + 1] = periods[i]; set[#set + 1] = sum end
    end
  end)
  inParts(set, 1000, function(first, last) redis.call('HSET', hash, unpack(set, first, last)) end)
  inParts(gone, 1000, function(first, last) redis.call('HDEL', hash, unpack(gone, first, last)) end)
  return #set > 0 or isThere and (#gone == 0 or redis.call('EXISTS', hash) == 1)
end
addUp(base .. ':ends', ends, true)
for name, tally in pairs(tallies) do
  local days = ':d:' .. name
  local wasThere = redis.call('EXISTS', base .. days) == 1
  local isThere = addUp(base .. days, tally.days, wasThere)
  addUp(base .. ':m:' .. name, tally.months, wasThere)
  if isThere ~= wasThere then
    local number, combination = name:match('^(%d+):(.*)$')
    local combinations = ':t:' .. number
    redis.call(isThere and 'SADD' or 'SREM', base .. combinations, combination)
    local list = isThere and named or unnamed
    list[#list + 1] = days
    list[#list + 1] = ':m:' .. name
    list = (isThere or redis.call('EXISTS', base .. combinations) == 1) and named or unnamed
    list[#list + 1] = combinations
  end
end
inParts(named, 1000, function(first, last) redis.call('SADD', base .. ':indexes', unpack(named, first, last)) end)
inParts(unnamed, 1000, function(first, last) redis.call('SREM', base .. ':indexes', unpack(unnamed, first, last)) end)
for _, write in ipairs(writes) do
  if write.first then redis.call('ZADD', base .. ':youths', 0, write.youth) end
  if write.last then redis.call('ZREM', base .. ':youths', write.youth) end
  inParts(write.set, 1000, function(first, last) redis.call('HSET', write.hash, unpack(write.set, first, last)) end)
  inParts(write.gone, 1000, function(first, last) redis.call('HDEL', write.hash, unpack(write.gone, first, last)) end)
end

inParts(answered, 1000, function(first, last) redis.call('HDEL', base .. ':dead', unpack(answered, first, last)) end)
for _ = 1, tonumber(take()) do
  local youth = take()
  redis.call('HSET', base .. ':dead', youth, take())
end
redis.call('HSET', base, 'position' .. part, ARGV[2], 'recordedAt' .. part, ARGV[3], 'commit' .. part, ARGV[5])
redis.call('HINCRBY', base, 'seq', 1)
return 'committed'
`;
