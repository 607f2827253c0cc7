/**
 * One commit. KEYS[1] is the build; ARGV: expected position, new position, its moment, fencing token, id of this commit,
 * then the youths (id, number of rows, key and value of each) and the failures (id, dead letter), each list after its length.
 *
 * Order of writing: indexes, then rows, then the checkpoint. A script is one step to everybody else, in the append-only
 * file and on replicas; and were one ever broken off inside, the same commit again would find the old rows and the old
 * position, and set everything right.
 */
export const COMMIT = `
local base = KEYS[1]
local at = redis.call('HMGET', base, 'position', 'fence', 'commit')
if not at[1] then return 'stale' end
if at[1] ~= ARGV[1] then return at[3] == ARGV[5] and 'committed' or 'stale' end
if at[2] ~= ARGV[4] then return 'stale' end

local next = 5
local function take() next = next + 1; return ARGV[next] end
local adds, removes = {}, {}

local function put(lists, index, member)
  local list = lists[index]
  if not list then list = {}; lists[index] = list end
  list[#list + 1] = member
end

-- Does work for every index that has a row, with its entry there.
local function forEntries(youth, key, head, work)
  local class = head:sub(1, 1)
  if class == '-' then return end
  local member = head:sub(2, 5) .. youth .. '\\0' .. key .. '\\0' .. head:sub(6, 9)
  local all, number = ':i:' .. class, 0
  work(all, member)
  for tag in head:gmatch('\\31([^\\31]*)') do
    number = number + 1
    if tag ~= '' then work(all .. ':' .. number .. ':' .. tag, member) end
  end
end

local function add(index, member) put(adds, index, member) end
local function remove(index, member) put(removes, index, member) end

local function headOf(value) return value:match('^[^\\n]*') end

local function change(youth, key, before, after)
  if before == after then return end
  local old, new = {}, {}
  forEntries(youth, key, before, function(index, member) old[index] = member end)
  forEntries(youth, key, after, function(index, member)
    new[index] = member
    if old[index] ~= member then add(index, member) end
  end)
  for index, member in pairs(old) do if new[index] ~= member then remove(index, member) end end
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
      if old[key] then change(youth, key, headOf(old[key]), headOf(value)) else forEntries(youth, key, headOf(value), add) end
      set[#set + 1] = key
      set[#set + 1] = value
    end
    old[key] = nil
  end
  for key, value in pairs(old) do
    forEntries(youth, key, headOf(value), remove)
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

for index, members in pairs(removes) do
  inParts(members, 1000, function(first, last) redis.call('ZREM', base .. index, unpack(members, first, last)) end)
  if redis.call('EXISTS', base .. index) == 0 then redis.call('SREM', base .. ':indexes', index) end
end
local named = {}
for index, members in pairs(adds) do
  named[#named + 1] = index
  inParts(members, 1000, function(first, last)
    local scored = {}
    for i = first, last do scored[#scored + 1] = 0; scored[#scored + 1] = members[i] end
    redis.call('ZADD', base .. index, unpack(scored))
  end)
end
inParts(named, 1000, function(first, last) redis.call('SADD', base .. ':indexes', unpack(named, first, last)) end)
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
redis.call('HINCRBY', base, 'seq', 1)
redis.call('HSET', base, 'position', ARGV[2], 'recordedAt', ARGV[3], 'commit', ARGV[5])
return 'committed'
`;
